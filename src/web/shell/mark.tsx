/** The round mark beside the name. */
export function Mark() {
  return (
    <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden="true">
      <circle cx={7} cy={7} r={7} fill="var(--kept)" />
    </svg>
  );
}
