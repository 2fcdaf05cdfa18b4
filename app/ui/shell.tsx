import type { ReactNode } from "react";
import { Button } from "./button";
import { GroupMark, type GroupFace } from "./group-mark";

export type ShellLink = { label: string; href: string; current?: boolean };
export type ShellPerson = { name: string; organization?: string; group?: GroupFace };

export type ShellProps = {
  person: ShellPerson;
  program: string;
  links: readonly ShellLink[];
  needsYou: number;
  notices: number;
  search?: ReactNode;
  children: ReactNode;
};

/** The frame of every page behind a sign-in. */
export function Shell({ person, program, links, needsYou, notices, search, children }: ShellProps) {
  return (
    <Frame
      program={program}
      links={links}
      menuHint={needsYou > 0 ? `${needsYou} need you` : undefined}
      end={
        <>
          {search}
          {needsYou > 0 && (
            <a className="bar-wide" href="/#needs-you">
              <span className="bar-count">{needsYou}</span> {needsYou === 1 ? "needs you" : "need you"}
            </a>
          )}
          <a className="bar-wide" href="/notices">
            Notices{notices > 0 && <span className="bar-count"> {notices} new</span>}
          </a>
          <Person person={person} />
          <form method="post" action="/sign-out">
            <Button look="quiet">Sign out</Button>
          </form>
        </>
      }
      menuLinks={[{ label: "Search", href: "/search" }, { label: notices > 0 ? `Notices, ${notices} new` : "Notices", href: "/notices" }]}
    >
      {children}
    </Frame>
  );
}

export type PublicShellProps = { program?: string; links?: readonly ShellLink[]; end?: ReactNode; children: ReactNode };

/** The frame of what anybody may read: the library, the front page, signing in. */
export function PublicShell({ program, links = [], end, children }: PublicShellProps) {
  return (
    <Frame program={program} links={links} end={end}>
      {children}
    </Frame>
  );
}

type FrameProps = {
  program?: string;
  links: readonly ShellLink[];
  menuLinks?: readonly ShellLink[];
  menuHint?: string;
  end?: ReactNode;
  children: ReactNode;
};

function Frame({ program, links, menuLinks = [], menuHint, end, children }: FrameProps) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="bar">
        <div className="bar-inner">
          <a className="wordmark" href="/">
            Concord
          </a>
          {program && <span className="bar-program">{program}</span>}
          {links.length > 0 && (
            <nav className="bar-wide" aria-label="Main">
              <Links links={links} />
            </nav>
          )}
          <div className="bar-end">{end}</div>
          {links.length > 0 && (
            <details className="bar-menu">
              <summary>
                Menu{menuHint && <span className="bar-count">{` (${menuHint})`}</span>}
              </summary>
              <nav aria-label="Menu">
                <Links links={[...links, ...menuLinks]} />
              </nav>
            </details>
          )}
        </div>
      </header>
      <main id="main" className="page" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function Links({ links }: { links: readonly ShellLink[] }) {
  return (
    <ul className="bar-links" role="list">
      {links.map(({ label, href, current }) => (
        <li key={href}>
          <a href={href} aria-current={current ? "page" : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Person({ person }: { person: ShellPerson }) {
  return (
    <div className="bar-person">
      <strong>{person.name}</strong>
      <span className="bar-person-more">{person.group ? <GroupMark group={person.group} /> : person.organization}</span>
      {person.group && person.organization && <span className="visually-hidden">, {person.organization}</span>}
    </div>
  );
}
