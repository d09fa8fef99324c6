import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { type Column, DataTable } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { CircleCheck, CircleX, Clock } from "lucide-react";
import { useState } from "react";
import { Names } from "../../features/console/Names";
import type { StaffRowFragment } from "../../gql/graphql";
import { InviteStaff } from "./InviteStaff";
import { StaffActions } from "./StaffActions";

const route = getRouteApi("/signedIn/staff");

/** Who works in the console, and with which roles. */
export function StaffPage() {
  const { t } = useLingui();
  const { me } = useMe();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const [inviting, setInviting] = useState(false);
  return (
    <>
      <PageHeader
        title={t`员工`}
        actions={
          <>
            <Button component={Link} to="/roles" variant="default">
              <Trans>角色与权限</Trans>
            </Button>
            <Button onClick={() => setInviting(true)}>
              <Trans>邀请员工</Trans>
            </Button>
          </>
        }
      />
      <DataTable
        label={t`员工`}
        rows={data.staff}
        rowKey={({ id }) => id}
        columns={useColumns()}
        empty={<EmptyState title={t`还没有员工`} />}
        actionsLabel={t`操作`}
        rowActions={(member) =>
          member.active && (
            <StaffActions
              member={member}
              roles={data.roles}
              isMe={member.id === me?.id}
              onStale={() => void refresh()}
            />
          )
        }
      />
      <InviteStaff
        opened={inviting}
        roles={data.roles}
        onClose={() => setInviting(false)}
        onInvited={() => void refresh()}
      />
    </>
  );
}

function useColumns(): Column<StaffRowFragment>[] {
  const { t } = useLingui();
  return [
    { key: "name", head: t`姓名`, narrow: "title", cell: ({ displayName }) => <strong>{displayName}</strong> },
    { key: "login", head: t`账号`, cell: ({ login }) => login },
    { key: "roles", head: t`角色`, cell: ({ roles }) => <Names of={roles} /> },
    { key: "state", head: t`状态`, cell: (member) => <StaffState member={member} /> },
    { key: "createdAt", head: t`加入时间`, cell: ({ createdAt }) => <DateText at={createdAt} as="absolute" /> },
  ];
}

function StaffState({ member: { active, hasPassword } }: { member: StaffRowFragment }) {
  const { t } = useLingui();
  if (!active) return <ToneTag tone="neutral" icon={CircleX}>{t`已停用`}</ToneTag>;
  if (!hasPassword) return <ToneTag tone="warn" icon={Clock}>{t`待接受邀请`}</ToneTag>;
  return <ToneTag tone="ok" icon={CircleCheck}>{t`在职`}</ToneTag>;
}
