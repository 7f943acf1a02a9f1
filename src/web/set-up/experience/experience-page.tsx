export function ExperiencePage() {
  return null;
}
