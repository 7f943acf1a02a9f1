/** A number with a bar below it. */
export function Bar({
  share,
  tone,
  says,
}: {
  /** 0…1 of the room. */
  readonly share: number;
  readonly tone: "within" | "beyond";
  readonly says: string;
}) {
  const width = `${Math.min(100, Math.max(0, share * 100))}%`;
  return (
    <div className="measured">
      <span>{says}</span>
      <span className="measured-bar" aria-hidden="true">
        <span style={{ width, background: `var(--${tone})` }} />
      </span>
    </div>
  );
}
