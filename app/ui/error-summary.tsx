import { CircleAlert } from "lucide-react";

/** `field` is the id of the control, which is its name unless you said otherwise. */
export type FormError = { field?: string; message: string };

export function ErrorSummary({ errors }: { errors: readonly FormError[] }) {
  if (errors.length === 0) return null;
  return (
    <div className="notice danger" role="alert" tabIndex={-1} id="error-summary">
      <CircleAlert size={20} aria-hidden="true" />
      <div>
        <h2 className="notice-title">{errors.length === 1 ? "One thing needs your attention" : `${errors.length} things need your attention`}</h2>
        <ul>
          {errors.map(({ field, message }) => (
            <li key={`${field ?? ""} ${message}`}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
