/** Who asks, as far as that can be known: a proxy's word counts only if the proxy stands beside us. */
import { BlockList, isIP } from 'node:net';

/** Where our own proxies are; from anywhere else "X-Forwarded-For" is a claim of the client's. */
const near = new BlockList();
for (const [net, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const) {
  near.addSubnet(net, prefix, 'ipv4');
}
near.addAddress('::1', 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');
near.addSubnet('fe80::', 10, 'ipv6');

/** Each proxy adds whom it heard at the end, so the list is read backwards until somebody is not one of ours. */
export function clientAddress(peer: string | undefined, forwardedFor: string | undefined): string {
  let client = addressIn(peer ?? '') ?? 'unknown';
  for (const claimed of (forwardedFor ?? '').split(',').reverse()) {
    if (!isNear(client)) break;
    const address = addressIn(claimed);
    if (!address) break;
    client = address;
  }
  return client;
}

/** One household or machine has a whole /64 of IPv6, and must not count as 2⁶⁴ clients. */
export function clientGroup(address: string): string {
  if (isIP(address) !== 6) return address;
  // The parser writes every IPv6 address in one way.
  const [head = '', tail] = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1).split('::');
  const groups = head.split(':');
  const left = tail === undefined ? groups : [...groups, ...Array<string>(8).fill('0')];
  return `${left
    .slice(0, 4)
    .map(group => group || '0')
    .join(':')}::/64`;
}

function isNear(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && near.check(address.split('%')[0] ?? '', version === 4 ? 'ipv4' : 'ipv6');
}

/** Some proxies add a port, and a socket for both versions shows IPv4 inside IPv6. */
function addressIn(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/^::ffff:([\d.]+)$/i, '$1');
  return isIP(bare) ? bare.toLowerCase() : undefined;
}
