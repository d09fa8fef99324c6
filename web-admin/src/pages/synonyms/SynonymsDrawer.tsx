import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Drawer, Stack, TagsInput } from "@mantine/core";
import { Controller } from "react-hook-form";
import * as z from "zod";
import { SaveSynonymsDocument, type SynonymsRowFragment } from "../../gql/graphql";

const schema = z.object({ words: z.array(z.string().trim().min(1).max(30)).min(2).max(12) });

type DrawerProps = {
  /** The words to change; undefined for new ones. */
  row: SynonymsRowFragment | undefined;
  opened: boolean;
  onClose: () => void;
  onSaved: () => void;
};

/** Writes one group of words. */
export function SynonymsDrawer({ row, opened, onClose, onSaved }: DrawerProps) {
  const { t } = useLingui();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      title={row ? t`修改同义词` : t`新建同义词`}
      closeButtonProps={{ "aria-label": t`关闭` }}
    >
      <SynonymsForm row={row} onSaved={onSaved} />
    </Drawer>
  );
}

function SynonymsForm({ row, onSaved }: Pick<DrawerProps, "row" | "onSaved">) {
  const { t } = useLingui();
  const { form, submit, busy, alert } = useMutationForm({
    name: "synonyms",
    schema,
    defaultValues: { words: row?.words ?? [] },
    document: SaveSynonymsDocument,
    variables: ({ words }) => ({ input: { words, ...(row ? { id: row.id, version: row.version } : {}) } }),
    payload: (data) => data.saveSearchSynonyms,
    onDone: onSaved,
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {alert && (
          <Alert color="red" role="alert">
            {alert}
          </Alert>
        )}
        <Controller
          control={form.control}
          name="words"
          render={({ field, fieldState }) => (
            <TagsInput
              label={t`同义词`}
              description={t`2 到 12 个词，每个最多 30 个字；输入一个后按回车。`}
              maxTags={12}
              splitChars={[",", "，", "、"]}
              value={[...field.value]}
              onChange={field.onChange}
              onBlur={field.onBlur}
              ref={field.ref}
              error={fieldState.error?.message}
            />
          )}
        />
        <Button type="submit" loading={busy}>
          <Trans>保存</Trans>
        </Button>
      </Stack>
    </form>
  );
}
