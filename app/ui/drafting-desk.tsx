import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useCallback, useEffect, useState } from "react";
import { authoredNow } from "~/editor/view/authorship-marks";
import { TextEditor, type TextEditorProps } from "~/editor/view/text-editor";
import { said } from "~/editor/view/say";
import type { DraftingSession } from "~/editor/view/drafting-session";
import { firstState, type DraftingState } from "~/editor/view/drafting-state";
import type { DocumentNode } from "~/editor/schema/document-node";
import { AuthorsContext } from "./authorship-mark";
import { CommentBar } from "./comment-bar";
import { DocumentText } from "./document-text";
import { DraftingSide } from "./drafting-side";
import { PeopleHere } from "./drafting-people";
import { openOffline } from "./open-offline";
import { LeaveOut } from "./leave-out";
import { ProposeKept } from "./propose-kept";
import { SavedState } from "./saved-state";
import { SignInAgain } from "./sign-in-again";

export type DeskProps = Omit<TextEditorProps, "reading" | "onState" | "onEditor" | "onSession" | "onSaveAsked">;

/** The editor, whether it is saved, and who else is there. */
export default function DraftingDesk(props: DeskProps) {
  const [state, setState] = useState<DraftingState>({ ...firstState, pen: props.pen });
  const [editor, setEditor] = useState<Editor | null>(null);
  const [session, setSession] = useState<DraftingSession | null>(null);
  const [announced, setAnnounced] = useState<string>();
  // What was said about saving holds until something new is written.
  useEffect(() => {
    if (state.saving === "saving") setAnnounced(undefined);
  }, [state.saving]);
  useEffect(openOffline, []);
  const [told, setTold] = useState("");
  useEffect(() => {
    const hear = (event: Event) => setTold(String((event as CustomEvent<string>).detail));
    document.addEventListener(said, hear);
    return () => document.removeEventListener(said, hear);
  }, []);
  const onSaveAsked = useCallback(() => setAnnounced("Every word is saved as you write. There is no need to save."), []);
  return (
    <div className="drafting">
      <div className="drafting-bar">
        <SavedState state={state.saving} announce={announced} />
        {announced && (
          <span aria-hidden="true" className="quiet">
            {state.saving === "saved" ? "Already saved" : ""}
          </span>
        )}
        <PeopleHere people={state.people} more={state.more} />
      </div>
      {!state.connected && !state.signedOut && !state.mustReload && (
        <div className="drafting-notice" role="status">
          <p>{state.keeps ? "Offline: what you write is kept on this device and is sent when the connection is back." : "Offline, and this browser keeps nothing on this device: leave this page open until it says Saved, or copy what you wrote."}</p>
        </div>
      )}
      {state.connected && !state.keeps && (
        <div className="drafting-notice" role="status">
          <p>This browser keeps nothing on this device, as in a private window. What does not say Saved is lost when you leave this page.</p>
        </div>
      )}
      {(state.reason || state.mustReload) && (
        <div className="drafting-notice" role="status">
          <p>{state.reason}</p>
          {state.signedOut && session && <SignInAgain onSignedIn={session.again} />}
          {state.mustReload && (
            <p>
              <a href="">Reload the page</a>
            </p>
          )}
        </div>
      )}
      {state.unsent && <UnsentWords words={state.unsent} />}
      {state.stuck && session && <LeaveOut onLeaveOut={session.leaveOut} />}
      {state.kept && !state.signedOut && session && <ProposeKept draftId={props.draftId} kept={state.kept} onProposed={session.settled} />}
      {state.displaced && <DisplacedWords words={state.displaced} />}
      {state.notMoved && (
        <p className="drafting-notice" role="status">
          {`Your move of ${state.notMoved} was not made: somebody else moved or changed the same place at the same moment. It stands as they left it; move it again if it still belongs elsewhere.`}
        </p>
      )}
      <p className="drafting-told" role="status">
        {told}
      </p>
      <div className="drafting-columns">
        <TextEditor {...props} reading={(content) => <ReadText content={content} editor={editor} />} onState={setState} onEditor={setEditor} onSession={setSession} onSaveAsked={onSaveAsked} />
        {editor && <DraftingSide editor={editor} desk={props} state={state} />}
        {editor && <CommentBar editor={editor} desk={props} state={state} />}
      </div>
    </div>
  );
}

function DisplacedWords({ words }: { words: string }) {
  return (
    <div className="drafting-unsent field" role="status">
      <label className="field-label" htmlFor="displaced-words">
        What you wrote that found no place
      </label>
      <p className="field-hint">Somebody changed or moved the same place at the same moment. Copy it and put it where it belongs.</p>
      <textarea id="displaced-words" className="control" rows={4} readOnly value={words} onFocus={(event) => event.currentTarget.select()} />
    </div>
  );
}

/** The text to be read; in the colours of who wrote it while that is asked for. */
function ReadText({ content, editor }: { content: DocumentNode; editor: Editor | null }) {
  const authored = useEditorState({ editor, selector: ({ editor: now }) => now && authoredNow(now.state), equalityFn: Object.is });
  if (!authored) return <DocumentText content={content} />;
  return (
    <AuthorsContext.Provider value={{ organizations: new Map(authored.organizations.map((each) => [each.id, each])), timeZone: authored.timeZone }}>
      <div className="authored">
        <DocumentText content={authored.content} />
      </div>
    </AuthorsContext.Provider>
  );
}

function UnsentWords({ words }: { words: string }) {
  return (
    <div className="drafting-unsent field">
      <label className="field-label" htmlFor="unsent-words">
        What you wrote that is not stored
      </label>
      <p className="field-hint">Copy it if you still need it.</p>
      <textarea id="unsent-words" className="control" rows={4} readOnly value={words} onFocus={(event) => event.currentTarget.select()} />
    </div>
  );
}
