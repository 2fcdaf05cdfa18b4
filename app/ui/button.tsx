import type { ButtonHTMLAttributes, ReactNode } from "react";

export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: ButtonLook };

export function Button({ look = "primary", type = "submit", className, ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={classes(look, className)} />;
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({ look = "primary", href, children }: { look?: ButtonLook; href: string; children: ReactNode }) {
  return (
    <a className={classes(look)} href={href}>
      {children}
    </a>
  );
}

function classes(look: ButtonLook, more?: string): string {
  return ["button", look === "primary" ? "" : look, more ?? ""].filter(Boolean).join(" ");
}
