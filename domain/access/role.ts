/** Roles inside an organisation, from the one who may do everything to the one who may only look. */
export const MEMBER_ROLES = ["owner", "manager", "quoter", "operations", "finance", "viewer"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** Members of the platform's own organisation are administrators; nobody else is. */
export type Role = MemberRole | "administrator";
