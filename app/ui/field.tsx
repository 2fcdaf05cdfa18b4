import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";

type Common = { label: string; name: string; error?: string; hint?: ReactNode; id?: string; required?: boolean };

export type FieldProps = Common & Omit<InputHTMLAttributes<HTMLInputElement>, keyof Common | "style">;
export type TextAreaProps = Common & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof Common | "style">;
export type Option = { value: string; label: string };
export type SelectProps = Common & { options: readonly Option[] } & Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof Common | "style" | "children">;

export function Field({ label, name, error, hint, id = name, required, ...rest }: FieldProps) {
  return (
    <Frame id={id} label={label} error={error} hint={hint} required={required}>
      <input type="text" {...rest} {...linked({ id, name, error, hint, required })} className="control" />
    </Frame>
  );
}

export function TextArea({ label, name, error, hint, id = name, required, ...rest }: TextAreaProps) {
  return (
    <Frame id={id} label={label} error={error} hint={hint} required={required}>
      <textarea rows={4} {...rest} {...linked({ id, name, error, hint, required })} className="control" />
    </Frame>
  );
}

export function Select({ label, name, error, hint, id = name, required, options, ...rest }: SelectProps) {
  return (
    <Frame id={id} label={label} error={error} hint={hint} required={required}>
      <select {...rest} {...linked({ id, name, error, hint, required })} className="control">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

export type Choice = { value: string; label: string; explanation?: ReactNode; disabled?: boolean };
export type ChoicesProps = Common & { choices: readonly Choice[]; defaultValue?: string | readonly string[]; several?: boolean };

/** Radios, or checkboxes when `several`, each large and with what it means. */
export function Choices({ label, name, error, hint, id = name, required, choices, defaultValue, several = false }: ChoicesProps) {
  const chosen = typeof defaultValue === "string" ? [defaultValue] : (defaultValue ?? []);
  return (
    <fieldset id={id} className={error ? "field refused" : "field"} aria-describedby={described(id, error, hint)}>
      <legend className="field-label">
        {label}
        <Optional required={required} />
      </legend>
      <HintAndError id={id} error={error} hint={hint} />
      <div className="choices">
        {choices.map((choice) => (
          <label key={choice.value} className="choice">
            <input
              type={several ? "checkbox" : "radio"}
              name={name}
              value={choice.value}
              defaultChecked={chosen.includes(choice.value)}
              disabled={choice.disabled}
              required={!several && required}
              aria-invalid={error ? true : undefined}
            />
            <span className="choice-label">{choice.label}</span>
            {choice.explanation && <span className="choice-explanation">{choice.explanation}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type FrameProps = Omit<Common, "name" | "id"> & { id: string; children: ReactNode };

function Frame({ id, label, error, hint, required, children }: FrameProps) {
  return (
    <div className={error ? "field refused" : "field"}>
      <label className="field-label" htmlFor={id}>
        {label}
        <Optional required={required} />
      </label>
      <HintAndError id={id} error={error} hint={hint} />
      {children}
    </div>
  );
}

function Optional({ required }: { required?: boolean }) {
  return required ? null : <span className="field-optional"> (optional)</span>;
}

function HintAndError({ id, error, hint }: { id: string; error?: string; hint?: ReactNode }) {
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} className="field-error">
          <span className="visually-hidden">Error: </span>
          {error}
        </p>
      )}
    </>
  );
}

function linked({ id, name, error, hint, required }: Omit<Common, "label" | "id"> & { id: string }) {
  return { id, name, required, "aria-invalid": error ? true : undefined, "aria-describedby": described(id, error, hint) };
}

function described(id: string, error?: string, hint?: ReactNode): string | undefined {
  return [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;
}
