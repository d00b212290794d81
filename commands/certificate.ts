/** Certificates: getting, showing and sharing one's own, verifying anyone's, and the organisers' repairs. */
import { type Caller, defineCommand, type Request } from '../src/discord/command.ts';
import { openMessage, signedFileMessage } from '../src/views/certificate.ts';
import { aboutCertificateMessage, announceMessage, certificatesMessage } from '../src/views/certificates.ts';
import { claimReply, issueMessage } from '../src/views/issuing.ts';
import { notGoneMessage, organisersOnlyMessage, retryingMessage } from '../src/views/repairing.ts';
import { mayNotWriteMessage, shareMessage } from '../src/views/sharing.ts';
import { verificationMessage } from '../src/views/verification.ts';

const administrator = 1n << 3n;
const sendMessages = 1n << 11n;
const manageRoles = 1n << 28n;
const may = ({ permissions }: Caller, permission: bigint) => (permissions & (permission | administrator)) !== 0n;

const show = async ({ flows, caller, locale }: Request) =>
  certificatesMessage(await flows.showCertificates(caller), locale);

const share = async ({ flows, caller }: Request, id?: string) =>
  may(caller, sendMessages)
    ? shareMessage(await flows.shareCertificate(caller, id), caller.userId)
    : mayNotWriteMessage();

const ownIssued = async ({ flows, caller, typed }: Request & { typed: string }) =>
  (await flows.suggestIssued(caller, typed)).map(({ certificateId, title }) => ({ name: title, value: certificateId }));

export const command = defineCommand({
  name: 'certificate',
  says: 'Your certificates; verify anyone’s',
  subcommands: {
    show: { says: 'What you have earned, and what is near', options: {}, run: show },
    verify: {
      says: 'Is a certificate genuine and in force?',
      options: {
        id: {
          kind: 'text',
          says: 'Its number (K7QM-2XTD), the address of its page, or its signed text',
          required: true,
        },
      },
      run: async ({ flows, given }) => verificationMessage(await flows.verifyCertificate(given.id)),
    },
    share: {
      says: 'Post one of your certificates in this channel',
      options: { certificate: { kind: 'text', says: 'Which one; leave it out if you have one', suggest: ownIssued } },
      run: request => share(request, request.given.certificate),
    },
  },
  components: {
    show,
    claim: async ({ flows, caller, args: [id = ''] }) =>
      claimReply(await flows.claimCertificate(caller, id), caller.name),
    typed: async ({ flows, caller, args: [id = ''] }) => issueMessage(await flows.issueAsTyped(caller, id)),
    anyway: async ({ flows, caller, args: [id = ''] }) => issueMessage(await flows.issueAsTyped(caller, id, true)),
    open: async ({ flows, caller, args: [id = ''] }) => openMessage(await flows.openCertificate(caller, id)),
    signed: async ({ flows, caller, args: [id = ''] }) => signedFileMessage(await flows.signedFile(caller, id)),
    share: request => share(request, request.values[0] ?? request.args[0]),
    announce: async ({ flows, caller, args: [id = ''] }) =>
      announceMessage(await flows.announceCertificate(caller, id)),
    about: async ({ flows, caller: { guildId }, args: [id = '', userId = ''], locale }) =>
      aboutCertificateMessage(
        flows.certificates().get(id),
        await flows.publishedOfMember({ guildId, userId }, id),
        locale,
      ),
    retry: async ({ flows, caller }) => {
      if (!may(caller, manageRoles)) return organisersOnlyMessage();
      await flows.retryBlocked(caller.guildId);
      return retryingMessage();
    },
    recreate: async ({ flows, caller, args: [binding = ''] }) => {
      if (!may(caller, manageRoles)) return organisersOnlyMessage();
      return (await flows.recreate(caller, binding)) ? retryingMessage() : notGoneMessage();
    },
  },
  forms: {
    issue: async ({ flows, caller, args: [id = ''], fields }) => {
      const wish = { name: fields.name?.[0] ?? '', announce: fields.announce?.[0] === 'yes' };
      return issueMessage(await flows.issueCertificate(caller, id, wish));
    },
  },
});
