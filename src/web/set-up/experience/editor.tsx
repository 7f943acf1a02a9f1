import { autocompletion, type Completion, type CompletionContext } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, foldGutter, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, type Diagnostic as Mark, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { type RefObject, useEffect, useRef } from "react";
import schema from "../../../../schema/experience.schema.json";
import { type Schema, suggest } from "./complete.ts";
import type { Diagnostic } from "./experience.ts";

/** The nonce by which the server knows the styles that the page makes. */
const nonce = () => document.querySelector<HTMLMetaElement>("meta[name=style-nonce]")?.content ?? "";

const LOOK = EditorView.theme({
  "&": { backgroundColor: "var(--raised)", color: "var(--ink)", fontSize: "0.84rem" },
  "&.cm-focused": { outline: "2px solid var(--focus)" },
  ".cm-scroller": { fontFamily: "var(--mantine-font-family-monospace)", minHeight: "420px", maxHeight: "68vh" },
  ".cm-gutters": { backgroundColor: "var(--paper)", color: "var(--soft)", border: "none" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--kept) 9%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--kept) 28%, transparent)",
  },
  ".cm-tooltip": { backgroundColor: "var(--raised)", color: "var(--ink)", border: "1px solid var(--line)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--mantine-color-kept-6)", color: "#fff" },
  ".cm-completionDetail": { fontStyle: "normal", opacity: "1" },
});
const COLOURS = HighlightStyle.define([
  {
    tag: [tags.propertyName, tags.definition(tags.propertyName)],
    color: "var(--mantine-color-kept-text)",
    fontWeight: "600",
  },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
  { tag: [tags.string, tags.content], color: "var(--ink)" },
  { tag: [tags.punctuation, tags.separator], color: "var(--soft)" },
]);

function complete(context: CompletionContext) {
  const { from, options } = suggest(context.state.doc.toString(), context.pos, schema as unknown as Schema);
  if (options.length === 0 || (from === context.pos && !context.explicit)) return null;
  return {
    from,
    options: options.map(
      ({ label, insert, about, kind }): Completion => ({
        label,
        apply: insert,
        ...(kind === "key" && about !== "" ? { info: about } : {}),
        ...(kind === "name" ? { detail: about } : {}),
        type: kind === "key" ? "property" : kind === "name" ? "variable" : "keyword",
      }),
    ),
    validFor: /^[\w.-]*$/,
  };
}

export interface EditorHandle {
  /** Puts the cursor on a line. */
  goTo(line: number, column: number): void;
}

/** The experience file as text, with completion and every fault where it stands. Tab leaves it after Escape. */
export function Editor({
  label,
  text,
  faults,
  readOnly,
  onChange,
  handle,
}: {
  readonly label: string;
  readonly text: string;
  readonly faults: readonly Diagnostic[];
  readonly readOnly: boolean;
  readonly onChange: (text: string) => void;
  readonly handle: RefObject<EditorHandle | null>;
}) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const changed = useRef(onChange);
  changed.current = onChange;
  const first = useRef(text);
  useEffect(() => {
    if (place.current === null) return;
    const editor = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          EditorView.cspNonce.of(nonce()),
          EditorView.contentAttributes.of({ "aria-label": label, ...(readOnly ? { "aria-readonly": "true" } : {}) }),
          EditorState.readOnly.of(readOnly),
          lineNumbers(),
          foldGutter(),
          history(),
          drawSelection(),
          indentOnInput(),
          bracketMatching(),
          highlightActiveLine(),
          highlightSelectionMatches(),
          yaml(),
          syntaxHighlighting(COLOURS),
          autocompletion({ override: [complete] }),
          lintGutter(),
          keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, indentWithTab]),
          EditorView.updateListener.of(({ docChanged, state }) => docChanged && changed.current(state.doc.toString())),
          LOOK,
        ],
      }),
    });
    view.current = editor;
    editor.scrollDOM.tabIndex = 0;
    handle.current = {
      goTo(line, column) {
        const at = editor.state.doc.line(Math.min(line, editor.state.doc.lines));
        const anchor = Math.min(at.from + column - 1, at.to);
        editor.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
        editor.focus();
      },
    };
    return () => editor.destroy();
  }, [label, readOnly, handle]);
  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [text]);
  useEffect(() => {
    const editor = view.current;
    if (editor !== null) editor.dispatch(setDiagnostics(editor.state, marksOf(faults, editor.state)));
  }, [faults]);
  return <div ref={place} className="editor" />;
}

function marksOf(faults: readonly Diagnostic[], { doc }: EditorState): Mark[] {
  const offset = (line: number, column: number) => {
    const at = doc.line(Math.max(1, Math.min(line, doc.lines)));
    return Math.min(at.from + Math.max(0, column - 1), at.to);
  };
  return faults.map(({ line, column, end_line, end_column, severity, message, id }) => {
    const from = offset(line, column);
    return {
      from,
      to: Math.max(from, offset(end_line, end_column)),
      severity: severity === "fault" ? "error" : "warning",
      message: `${id}: ${message}`,
    };
  });
}
