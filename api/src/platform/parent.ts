import { createParameterDecorator } from "type-graphql";

/**
 * The object a field belongs to, in a field resolver. Unlike type-graphql's `@Root` it hands the row over as it was
 * read: `@Root` copies it into a new instance of its class for every field, which made a third of a long answer's cost.
 */
export const Parent = () => createParameterDecorator(({ root }) => root);
