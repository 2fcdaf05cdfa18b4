import type { ReactNode } from "react";

export type PageHeadProps = {
  title: string;
  /** A way back, or the number of a policy. */
  above?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
};

export function PageHead({ title, above, lead, actions, children }: PageHeadProps) {
  return (
    <header className="page-head">
      {above && <div className="page-head-above">{above}</div>}
      <div className="page-head-line">
        <h1>{title}</h1>
        {actions && <div className="row">{actions}</div>}
      </div>
      {lead && <p className="page-head-lead">{lead}</p>}
      {children && <div className="page-head-facts">{children}</div>}
    </header>
  );
}

export function SectionHead({ title, id, more }: { title: string; id?: string; more?: ReactNode }) {
  return (
    <div className="section-head">
      <h2 id={id}>{title}</h2>
      {more}
    </div>
  );
}
