import { Button } from "./button";

/** Everything about one matter in one zip that can be checked without this server. */
export function TakeBundle({ path }: { path: string }) {
  return (
    <form method="post" action={path} className="row section">
      <Button look="secondary">Take a bundle to file</Button>
      <p className="quiet small">One zip for a court, a council or a monitor: redline, text, votes by group, comments, decisions and records, signed. It can be checked without this server.</p>
    </form>
  );
}
