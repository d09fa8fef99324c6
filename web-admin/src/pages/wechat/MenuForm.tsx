import { LeaveGuard } from "@kaidan/web-kit/forms/LeaveGuard";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button } from "@mantine/core";
import { useState } from "react";
import { Columns, Section } from "../../features/console/Section";
import { StaleNotice } from "../../features/console/StaleNotice";
import { type MenuSheetFragment, SaveWechatMenuDocument } from "../../gql/graphql";
import { MenuPreview } from "./MenuPreview";
import { MenuStanding } from "./MenuStanding";
import { menuInput, menuSchema, menuValues, sameMenu } from "./menu-schema";
import { PublishMenu } from "./PublishMenu";
import { TopButtons } from "./TopButtons";

type MenuFormProps = {
  menu: MenuSheetFragment;
  /** Asks for the newest copy after somebody else has changed it. */
  reload: () => Promise<MenuSheetFragment | null | undefined>;
};

/** The editor: buttons at the left, the phone at the right. What is saved is a draft until it is published. */
export function MenuForm({ menu, reload }: MenuFormProps) {
  const { t } = useLingui();
  const [held, setHeld] = useState(menu);
  const [stale, setStale] = useState(false);
  // A newer version with the same draft, such as after publishing, is no conflict with what is being typed.
  if (held.version < menu.version && sameMenu(held.draft, menu.draft)) setHeld(menu);
  const { form, submit, busy, alert } = useMutationForm({
    name: "save-menu",
    schema: menuSchema,
    defaultValues: menuValues(held.draft),
    document: SaveWechatMenuDocument,
    variables: (values) => ({ input: { draft: menuInput(values), version: held.version } }),
    payload: (data) => data.saveWechatMenu,
    onDone: ({ menu: saved }) => {
      if (saved) take(saved);
      toast.ok(t`草稿已保存`);
    },
    onRefused: ({ userErrors }) => {
      const outdated = userErrors.some(({ code }) => code === "STALE_VERSION");
      setStale(outdated);
      return outdated;
    },
  });

  function take(next: MenuSheetFragment): void {
    setHeld(next);
    setStale(false);
    form.reset(menuValues(next.draft));
  }
  async function takeNewest(): Promise<void> {
    const newest = await reload();
    if (newest) take(newest);
  }
  const { isDirty } = form.formState;
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {stale && <StaleNotice onReload={takeNewest} />}
      {alert && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
      <Columns
        main={<TopButtons form={form} />}
        side={
          <Section title={t`预览`}>
            <MenuPreview draft={form.watch("draft")} />
            <MenuStanding menu={held} dirty={isDirty} />
            <div className="row">
              <Button type="submit" loading={busy} disabled={!isDirty}>
                <Trans>保存草稿</Trans>
              </Button>
              <PublishMenu menu={held} dirty={isDirty} onPublished={setHeld} onRefused={takeNewest} />
            </div>
          </Section>
        }
      />
      <LeaveGuard dirty={isDirty} />
    </form>
  );
}
