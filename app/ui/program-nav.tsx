/** The pages about the program itself, in the order of the small navigation on each of them. */
export const programPages = [
  { label: "Members", href: "/members" },
  { label: "Groups", href: "/groups" },
  { label: "Committees", href: "/committees" },
  { label: "Charter", href: "/charter" },
  { label: "Ballots", href: "/ballots" },
  { label: "Meetings", href: "/meetings" },
  { label: "Concerns", href: "/concerns" },
  { label: "Participation", href: "/participation" },
] as const;

export type ProgramPage = (typeof programPages)[number]["href"];

/** The way between the pages about the program. */
export function ProgramNav({ current }: { current: ProgramPage }) {
  return (
    <nav className="sub-nav" aria-label="Program">
      <ul className="sub-nav-links" role="list">
        {programPages.map(({ label, href }) => (
          <li key={href}>
            <a href={href} aria-current={href === current ? "page" : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
