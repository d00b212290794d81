/** Rules for the community's roles: what brings each of them, and that nothing else does. */
import type { CommunityDraft, RoleDraft } from './community-drafts.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Reference } from './drafts.ts';
import type { Known } from './known.ts';
import type { Report } from './problem.ts';

export function checkRoles(community: CommunityDraft, known: Known, report: Report): void {
  const certified = new Map<string, RoleDraft>();
  for (const role of community.roles) {
    role.paths.forEach(known.path);
    for (const certificate of role.certificates) {
      known.certificate(certificate);
      const other = certified.get(certificate.value);
      if (other)
        report(
          'certificateRole',
          certificate.at,
          `"${certificate.value}" brings the role "${other.plain.key}" already. Remove it in one place.`,
        );
      certified.set(certificate.value, role);
    }
    checkSource(role, report);
    checkKey(role, known, report);
  }
  checkJoined(community, report);
}

/** A role that is both taken on leaving and kept for good would be neither. */
function checkSource({ paths, certificates, plain, at }: RoleDraft, report: Report): void {
  if (paths.length > 0 && certificates.length > 0)
    report('roleSource', at, `"${plain.key}" follows from paths or from certificates, not from both. Make two roles.`);
}

/** Certificates without a role here get one of their own, stored under the same name. */
function checkKey({ plain: { key }, certificates, at }: RoleDraft, known: Known, report: Report): void {
  if (known.isCertificate(key) && !certificates.some(({ value }) => value === key))
    report(
      'certificateRole',
      at,
      `"${key}" is a certificate: its role has this key. Add it here, or take another key.`,
    );
}

function checkJoined({ roles, studyGroups, mentorPools }: CommunityDraft, report: Report): void {
  const byKey = new Map(roles.map(role => [role.plain.key, role]));
  const groups = new Map<string, string>();
  const check = (reference: Reference | undefined) => {
    if (!reference) return;
    const role = knownRole(reference, byKey, report);
    if (role && role.paths.length + role.certificates.length > 0)
      report('groupRole', reference.at, `"${reference.value}" follows from paths or certificates. Take another role.`);
  };
  for (const { role, plain } of studyGroups) {
    check(role);
    const other = role && groups.get(role.value);
    if (role && other)
      report('groupRole', role.at, `Joining "${other}" brings "${role.value}" already. Give each group its own role.`);
    if (role) groups.set(role.value, plain.key);
  }
  for (const { role } of mentorPools) {
    check(role);
    const group = role && groups.get(role.value);
    if (role && group)
      report('groupRole', role.at, `Joining the group "${group}" brings "${role.value}". Take another role.`);
  }
}

export function knownRole<T>(reference: Reference, roles: ReadonlyMap<string, T>, report: Report): T | undefined {
  const role = roles.get(reference.value);
  if (!role)
    report(
      'reference',
      reference.at,
      `There is no role "${reference.value}" in this file.${didYouMean(reference.value, roles.keys())}`,
    );
  return role;
}
