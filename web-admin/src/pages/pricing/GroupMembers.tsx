import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Section } from "../../features/console/Section";
import { ChangeGroupMemberDocument, type GroupSheetFragment } from "../../gql/graphql";
import css from "./Pricing.module.css";

/** One group's customers, put in by their login and taken out again. */
export function GroupMembers({ group, onChanged }: { group: GroupSheetFragment; onChanged: () => void }) {
  const { t } = useLingui();
  const { can } = useMe();
  const [login, setLogin] = useState("");
  const { act, busy } = useAct(ChangeGroupMemberDocument, (data) => data.changeGroupMember);
  async function change(of: string, member: boolean): Promise<void> {
    const done = await act({ input: { groupId: group.id, login: of, member } });
    if (!done) return;
    toast.ok(member ? t`已加入分组` : t`已移出分组`);
    setLogin("");
    onChanged();
  }
  function add(event: FormEvent): void {
    event.preventDefault();
    if (login.trim() !== "") void change(login.trim(), true);
  }
  return (
    <Section title={group.name} lead={group.note}>
      {group.members.length === 0 ? (
        <p className="small muted">
          <Trans>还没有成员。</Trans>
        </p>
      ) : (
        <ul className={css.members}>
          {group.members.map(({ accountId, login: account, displayName }) => (
            <li key={accountId}>
              <span>
                {displayName} <span className="muted small">{account}</span>
              </span>
              {can("pricing.publish") && (
                <Button size="xs" variant="default" disabled={busy} onClick={() => void change(account, false)}>
                  <Trans>移出</Trans>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {can("pricing.publish") && (
        <form className={css.adding} onSubmit={add}>
          <TextInput
            label={t`客户的登录账号`}
            autoComplete="off"
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={busy}>
            <Trans>加入</Trans>
          </Button>
        </form>
      )}
    </Section>
  );
}
