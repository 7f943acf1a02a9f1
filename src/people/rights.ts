/** The roles, from the one who may do everything down. */
export const ROLES = ["owner", "editor", "agent", "viewer"] as const;
export type Role = (typeof ROLES)[number];

interface Right {
  readonly roles: readonly Role[];
  /** What it allows, in words for the page where rights are given. */
  readonly allows: string;
}

const ALL = ["owner", "editor", "agent", "viewer"] as const;
const WORK = ["owner", "editor", "agent"] as const;
const EDIT = ["owner", "editor"] as const;
const OWN = ["owner"] as const;

/** Every permission and who has it: the one table of rights. */
export const PERMISSIONS = {
  "gaps:read": { roles: ALL, allows: "see promises, gaps and journeys, without names of customers" },
  "experience:read": { roles: ALL, allows: "read the experience file and its history" },
  "customers:read": { roles: WORK, allows: "see customers, their stories and verdicts" },
  "cases:write": { roles: WORK, allows: "take up and close what is to be mended" },
  "events:write": { roles: EDIT, allows: "send events" },
  "events:mend": { roles: EDIT, allows: "read refused events, mend them and send them again" },
  "links:write": { roles: EDIT, allows: "link the ids of a customer, and undo it" },
  "experience:write": { roles: EDIT, allows: "change and publish the experience file" },
  "webhooks:write": { roles: EDIT, allows: "say where news is sent" },
  "customers:export": { roles: EDIT, allows: "hand over all that is known of a customer" },
  "customers:erase": { roles: OWN, allows: "erase a customer" },
  "keys:write": { roles: OWN, allows: "make and revoke write keys" },
  "people:write": { roles: OWN, allows: "invite people, change their roles, send them away" },
  "audit:read": { roles: OWN, allows: "read the audit log" },
} as const satisfies Readonly<Record<string, Right>>;

export type Permission = keyof typeof PERMISSIONS;
export const permissionNames = Object.keys(PERMISSIONS) as readonly Permission[];

export const mayRole = (role: Role, permission: Permission): boolean =>
  PERMISSIONS[permission].roles.some((each) => each === role);

export const permissionsOf = (role: Role): readonly Permission[] =>
  permissionNames.filter((permission) => mayRole(role, permission));

export const isRole = (text: string): text is Role => ROLES.some((role) => role === text);
export const isPermission = (text: string): text is Permission => text in PERMISSIONS;
