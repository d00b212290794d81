/** Certificates: what a member has earned, announcing one, and the organisers' repairs of its role and channel. */
import { type Caller, defineCommand, type Request } from '../src/discord/command.ts';
import { aboutCertificateMessage, announceMessage, certificatesMessage } from '../src/views/certificates.ts';
import { notGoneMessage, organisersOnlyMessage, retryingMessage } from '../src/views/repairing.ts';

const show = async ({ flows, caller, locale }: Request) =>
  certificatesMessage(await flows.showCertificates(caller), locale);

const manageRoles = 1n << 28n;
const administrator = 1n << 3n;
const mayRepair = ({ permissions }: Caller) => (permissions & (manageRoles | administrator)) !== 0n;

export const command = defineCommand({
  name: 'certificate',
  says: 'Your certificates',
  subcommands: {
    show: { says: 'What you have earned, and what is near', options: {}, run: show },
  },
  components: {
    show,
    announce: async ({ flows, caller, args: [id = ''] }) =>
      announceMessage(await flows.announceCertificate(caller, id)),
    about: ({ flows, args: [id = ''], locale }) => aboutCertificateMessage(flows.certificates().get(id), locale),
    retry: async ({ flows, caller }) => {
      if (!mayRepair(caller)) return organisersOnlyMessage();
      await flows.retryBlocked(caller.guildId);
      return retryingMessage();
    },
    recreate: async ({ flows, caller, args: [binding = ''] }) => {
      if (!mayRepair(caller)) return organisersOnlyMessage();
      return (await flows.recreate(caller.guildId, binding)) ? retryingMessage() : notGoneMessage();
    },
  },
});
