/** What stands around the texts: their words, what others ask of them, what they rely on. */
export const documentPages = [
  { label: "Glossary", href: "/glossary" },
  { label: "Crosswalk to standards", href: "/standards" },
  { label: "Resources and agreements", href: "/resources" },
] as const;
