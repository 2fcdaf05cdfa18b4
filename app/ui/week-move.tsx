import { spanInWords } from "~/domain/training/curriculum-check";
import type { Module, WeekDay } from "~/domain/training/module-facts";
import { Button } from "./button";

type WeekMoveProps = { module: Module; action: string; days: readonly WeekDay[]; earlier: boolean; later: boolean; open: boolean };

/** The buttons that move one module: past its neighbors, to another day, out of the week. Dragging sends the same form. */
export function WeekMove({ module: { id, title, slot, minutes }, action, days, earlier, later, open }: WeekMoveProps) {
  return (
    <details className="week-move" open={open}>
      <summary>
        Move<span className="visually-hidden"> “{title}”</span>
      </summary>
      <form method="post" action={action} data-not-kept data-moves={id}>
        {(earlier || later) && (
          <div className="week-move-buttons" role="group" aria-label={`Order of “${title}” on ${slot?.day}, now ${spanInWords({ slot, minutes })}`}>
            {earlier && <Place place="earlier">Earlier</Place>}
            {later && <Place place="later">Later</Place>}
          </div>
        )}
        <div className="week-move-buttons" role="group" aria-label={`Another place for “${title}”`}>
          {days.filter((day) => day !== slot?.day).map((day) => <Place key={day} place={day}>{day}</Place>)}
          {slot && <Place place="aside">Out of the week</Place>}
        </div>
      </form>
    </details>
  );
}

function Place({ place, children }: { place: string; children: string }) {
  return <Button look="secondary" name="place" value={place}>{children}</Button>;
}
