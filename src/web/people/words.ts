export const peopleWords = {
  title: "People",
  roles: { owner: "Owner", editor: "Editor", agent: "Agent", viewer: "Viewer" },
} as const;
