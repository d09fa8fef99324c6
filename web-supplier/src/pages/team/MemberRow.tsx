import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { wordsForError } from "@kaidan/web-kit/vocabulary/error-words";
import { roleWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button } from "@mantine/core";
import { MailQuestionMark } from "lucide-react";
import { useState } from "react";
import { type ColleagueFragment, RemoveColleagueDocument } from "../../gql/graphql";
import css from "./MemberRow.module.css";

type MemberRowProps = { member: ColleagueFragment; self: boolean; manages: boolean; onChanged: () => void };

/** One colleague: name, login, role, and for an owner the way to remove them. */
export function MemberRow({ member, self, manages, onChanged }: MemberRowProps) {
  const { i18n } = useI18n();
  const { displayName, login, role, hasPassword } = member;
  return (
    <li className={css.member}>
      <span className={css.initial} aria-hidden>
        {displayName.slice(0, 1)}
      </span>
      <div className={css.who}>
        <span className="row">
          <strong>{displayName}</strong>
          {self && (
            <span className="muted small">
              <Trans>您自己</Trans>
            </span>
          )}
          {!hasPassword && (
            <ToneTag tone="warn" icon={MailQuestionMark}>
              <Trans>待加入</Trans>
            </ToneTag>
          )}
        </span>
        <span className={`muted small ${css.login}`}>{login}</span>
      </div>
      <span className={css.role}>{i18n._(roleWords[role])}</span>
      {manages && <RemoveButton member={member} onChanged={onChanged} />}
    </li>
  );
}

function RemoveButton({ member, onChanged }: { member: ColleagueFragment; onChanged: () => void }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const [opened, setOpened] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const { displayName } = member;
  const removing = useAct(
    RemoveColleagueDocument,
    (data) => data.removeColleague,
    (refused) => {
      setRefusal(
        refused.code === "LAST_OWNER"
          ? t`${displayName}是唯一的负责人，不能移除。请先邀请另一位负责人加入。`
          : wordsForError(i18n, refused),
      );
      return true;
    },
  );
  async function remove(): Promise<void> {
    setRefusal(undefined);
    const done = await removing.act({ input: { memberId: member.id, version: member.version } });
    onChanged();
    if (!done) return;
    setOpened(false);
    toast.ok(t`已移除${displayName}`);
  }
  return (
    <>
      <Button
        variant="default"
        size="xs"
        aria-label={t`移除${displayName}`}
        onClick={() => {
          setRefusal(undefined);
          setOpened(true);
        }}
      >
        <Trans>移除</Trans>
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t`移除${displayName}？`}
        confirmLabel={t`移除`}
        onConfirm={() => void remove()}
        busy={removing.busy}
        danger
      >
        <Trans>会立即退出登录，不能再查看本单位的任何内容；做过的记录保留。</Trans>
        {refusal && (
          <Alert color="red" role="alert" mt="md">
            {refusal}
          </Alert>
        )}
      </ConfirmDialog>
    </>
  );
}
