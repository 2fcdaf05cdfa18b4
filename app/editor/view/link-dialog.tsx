import type { Editor } from "@tiptap/core";
import { useState } from "react";
import { safeHref } from "~/editor/schema/safe-href";
import { EditorDialog } from "./editor-dialog";

/** Asks where the marked words lead to. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [before] = useState(() => String(editor.getAttributes("link").href ?? ""));

  function save(typed: string): string | null {
    const href = safeHref(/^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(typed) ? `https://${typed}` : typed);
    if (href === null) return "Give a web address, a mail or phone address, or a path on this site, for example https://example.org.";
    editor.chain().extendMarkRange("link").setMark("link", { href }).run();
    return null;
  }

  return (
    <EditorDialog
      editor={editor}
      title="Link"
      label="Address"
      save="Set link"
      control={(names) => <input {...names} type="text" inputMode="url" defaultValue={before} />}
      onSave={save}
      removal={before ? { label: "Remove link", onRemove: () => editor.chain().extendMarkRange("link").unsetMark("link").run() } : undefined}
      onClose={onClose}
    />
  );
}
