import { describe, expect, test } from 'vitest';
import { clientAddress, clientGroup } from '../../src/web/client-address.ts';

describe('whose request it is', () => {
  test.each([
    ['the peer, when nobody stands between', '203.0.113.7', undefined, '203.0.113.7'],
    ['the peer, whatever a stranger claims', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['the peer, whose IPv4 stands inside IPv6', '::ffff:203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['whom a proxy on this computer names', '127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['whom a proxy in the same network names', '::ffff:172.18.0.2', '203.0.113.7', '203.0.113.7'],
    [
      'whom the last stranger before our proxies was, not whom it claims to be',
      '10.0.0.2',
      '1.1.1.1, 203.0.113.7, 10.0.0.9',
      '203.0.113.7',
    ],
    ['somebody of our own network, when all are', '127.0.0.1', '192.168.1.20', '192.168.1.20'],
    ['the proxy, when it names nobody that can be read', '127.0.0.1', 'unknown', '127.0.0.1'],
    ['without the port that some proxies add', '::1', '203.0.113.7:5123', '203.0.113.7'],
    ['without the brackets around IPv6', '::1', '[2001:DB8::7]:5123', '2001:db8::7'],
    ['nobody, when the connection is gone', undefined, '203.0.113.7', 'unknown'],
  ])('%s', (_, peer, forwardedFor, expected) => {
    expect(clientAddress(peer, forwardedFor)).toBe(expected);
  });
});

describe('who counts as one client', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::7', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s belongs to %s', (address, group) => {
    expect(clientGroup(address)).toBe(group);
  });
});
