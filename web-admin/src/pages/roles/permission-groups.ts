import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

const titles: Record<string, MessageDescriptor> = {
  suppliers: msg`服务商`,
  catalogue: msg`商品`,
  pricing: msg`计价`,
  cost: msg`成本`,
  orders: msg`订单`,
  payments: msg`收款`,
  ledger: msg`账本`,
  tickets: msg`服务单`,
  progress: msg`进度`,
  staff: msg`系统`,
  keys: msg`系统`,
  operations: msg`系统`,
};

const other = msg`其他`;

export type PermissionGroup = { title: MessageDescriptor; permissions: string[] };

/** Permissions by the trade they belong to, in the order the server lists them. */
export function groupPermissions(permissions: readonly string[]): PermissionGroup[] {
  const groups: PermissionGroup[] = [];
  for (const permission of permissions) {
    const title = titles[permission.split(".")[0] ?? ""] ?? other;
    const group = groups.find((each) => each.title === title || each.title.id === title.id);
    if (group) group.permissions.push(permission);
    else groups.push({ title, permissions: [permission] });
  }
  return groups;
}
