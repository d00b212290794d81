/** LinkedIn's "Add to profile": a link that fills in its form for a certificate. */

export interface ProfileEntry {
  readonly title: string;
  readonly communityName: string;
  readonly on: Temporal.PlainDate;
  /** The certificate's page, where whoever reads the profile can check it. */
  readonly url: string;
  readonly id: string;
}

export function linkedInLink({ title, communityName, on, url, id }: ProfileEntry): string {
  const filledIn = {
    startTask: 'CERTIFICATION_NAME',
    name: title,
    organizationName: communityName,
    issueYear: String(on.year),
    issueMonth: String(on.month),
    certUrl: url,
    certId: id,
  };
  const query = Object.entries(filledIn).map(([field, value]) => `${field}=${encodeURIComponent(value)}`);
  return `https://www.linkedin.com/profile/add?${query.join('&')}`;
}
