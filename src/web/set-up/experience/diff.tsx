import { useTranslations } from "use-intl";

/** A unified diff: what went has a minus, what came a plus, so that it needs no colours. */
export function Diff({ text }: { readonly text: string }) {
  const t = useTranslations("setUp");
  const lines = text.split("\n").filter((line) => !/^(===|---|\+\+\+|Index|\\)/.test(line));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className="diff" tabIndex={0} aria-label={t("whatChanged")}>
      <pre>
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a diff do not move.
          <span key={i} className={line.startsWith("+") ? "came" : line.startsWith("-") ? "went" : undefined}>
            {`${line}\n`}
          </span>
        ))}
      </pre>
    </section>
  );
}
