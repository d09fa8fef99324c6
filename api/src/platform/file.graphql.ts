import { Field, ID, Int, ObjectType } from "type-graphql";
import type { Context } from "./context.js";
import type { FileView } from "./files.js";

@ObjectType({
  description: "An uploaded file. Whoever may see what it hangs on gets a link that opens it for about two hours.",
})
export class LocalFile implements FileView {
  @Field(() => ID, { description: "Opaque and unguessable." })
  id: string;

  @Field(() => String, { description: "Signed link; over after about two hours." })
  url: string;

  @Field(() => String, { description: "What its content is, such as image/webp." })
  mime: string;

  @Field(() => Int, { description: "Size in bytes." })
  bytes: number;

  @Field(() => Int, { nullable: true, description: "Width in pixels; null for documents." })
  width: number | null;

  @Field(() => Int, { nullable: true, description: "Height in pixels; null for documents." })
  height: number | null;
}

const FILES = Symbol("files");

/** The files of `ids` in their order, in one statement per request; the caller has checked who may see them. */
export async function loadFiles({ platform, loaders }: Context, ids: readonly string[]): Promise<LocalFile[]> {
  const loader = loaders.byId(FILES, (wanted) => platform.files.views(platform.database.read, wanted));
  const files = await Promise.all(ids.map((id) => loader.load(id)));
  return files.filter((file) => file !== null);
}

/** One file, or null when there is none of this id. */
export async function loadFile(context: Context, id: string | null): Promise<LocalFile | null> {
  return id === null ? null : ((await loadFiles(context, [id]))[0] ?? null);
}
