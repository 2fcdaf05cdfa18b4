import { Button } from "./button";

/** The way out when what is kept on this device will never be taken: given up by its writer, and by nobody else. */
export function LeaveOut({ onLeaveOut }: { onLeaveOut: () => Promise<boolean> }) {
  const leave = async () => {
    if (await onLeaveOut()) window.location.reload();
  };
  return (
    <details className="drafting-unsent">
      <summary>Leave it out</summary>
      <p>This cannot go into the text. Copy what you still need: it is then taken off this device, and you go on with the text as it stands.</p>
      <div className="row">
        <Button type="button" look="secondary" onClick={() => void leave()}>
          Leave it out and go on
        </Button>
      </div>
    </details>
  );
}
