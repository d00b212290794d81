/** Which files there are beside those of items and paths, and what an id looks like. */

/** The one file that says nothing about what can be learned. */
export const communityFile = 'community.yaml';

export const singleFiles = [
  'curriculum.yaml',
  'pages.yaml',
  'prerequisites.yaml',
  'certificates.yaml',
  'references.yaml',
  'milestones.yaml',
  communityFile,
] as const;

export const idForm = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
