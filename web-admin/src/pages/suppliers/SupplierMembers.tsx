import { type Column, DataTable } from "@kaidan/web-kit/ui/DataTable";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { roleWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { Section } from "../../features/console/Section";
import type { SupplierDetailsFragment } from "../../gql/graphql";

type Member = SupplierDetailsFragment["members"][number];

/** The people with a work account there. */
export function SupplierMembers({ members }: { members: readonly Member[] }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const columns: Column<Member>[] = [
    { key: "name", head: t`姓名`, narrow: "title", cell: ({ displayName }) => displayName },
    { key: "role", head: t`角色`, cell: ({ role }) => i18n._(roleWords[role]) },
    { key: "login", head: t`账号`, cell: ({ login }) => login },
    { key: "state", head: t`状态`, cell: (member) => <MemberState member={member} /> },
  ];
  return (
    <Section title={t`成员`} flush>
      <DataTable
        label={t`成员`}
        rows={members}
        rowKey={({ id }) => id}
        columns={columns}
        empty={<EmptyState title={t`还没有成员`} />}
      />
    </Section>
  );
}

function MemberState({ member: { active, hasPassword } }: { member: Member }) {
  const { t } = useLingui();
  if (!active) return <ToneTag tone="neutral">{t`已停用`}</ToneTag>;
  return hasPassword ? <ToneTag tone="ok">{t`已启用`}</ToneTag> : <ToneTag tone="warn">{t`待接受邀请`}</ToneTag>;
}
