import { expect, test } from "vitest";
import { changeRole, type Member, removeMember } from "./members";

const member = (userId: string, role: Member["role"], suspendedAt: number | null = null): Member => ({
  userId,
  role,
  suspendedAt,
});

const to = (role: Member["role"], kind: "trader" | "platform" = "trader") => ({ role, kind });
const refused = (code: string) => ({ ok: false, refusal: { code } });

test("Who is suspended leads nobody: beside a suspended owner the other one is the last, and stays.", () => {
  const members = [member("lin", "owner"), member("wei", "owner", 1), member("mei", "manager")];
  expect(changeRole(members, "lin", to("manager"))).toMatchObject(refused("last_owner"));
  expect(removeMember(members, "lin")).toMatchObject(refused("last_owner"));
  expect(changeRole(members, "wei", to("manager"))).toMatchObject({ ok: true });
  expect(removeMember(members, "wei")).toMatchObject({ ok: true });
  expect(removeMember(members, "mei")).toMatchObject({ ok: true });
});

test("The last owner may be made what they are; of two either may go.", () => {
  expect(changeRole([member("lin", "owner")], "lin", to("owner"))).toMatchObject({ ok: true, value: "owner" });
  const two = [member("lin", "owner"), member("wei", "owner")];
  for (const { userId } of two) {
    expect(removeMember(two, userId)).toMatchObject({ ok: true, value: userId });
    expect(changeRole(two, userId, to("viewer"))).toMatchObject({ ok: true, value: "viewer" });
  }
});

test("The platform's last administrator stays as a trader's last owner does, and an administrator is never an owner.", () => {
  const one = [member("wang", "administrator"), member("li", "administrator", 1)];
  expect(removeMember(one, "wang")).toMatchObject(refused("last_owner"));
  expect(changeRole(one, "wang", to("owner", "platform"))).toMatchObject(refused("role_unknown"));
  expect(removeMember([member("wang", "administrator"), member("li", "administrator")], "wang").ok).toBe(true);
});

test("Nobody who does not work there is given a role or taken out.", () => {
  const members = [member("lin", "owner"), member("wei", "owner")];
  expect(changeRole(members, "stranger", to("owner"))).toMatchObject(refused("not_found"));
  expect(removeMember(members, "stranger")).toMatchObject(refused("not_found"));
});
