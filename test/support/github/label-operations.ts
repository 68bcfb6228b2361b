import { z } from 'zod';
import { notFound, validationFailed } from './answer.ts';
import { labelJson } from './github-json.ts';
import { DEFAULT_COLOR } from './github-state.ts';
import { type GithubContext, type Operations, refusal } from './operation.ts';
import { pageAnswer } from './page.ts';

const LabelContent = z.object({
  name: z.string(),
  color: z.string().optional(),
  description: z.string().optional(),
});

const MAX_NAME_CHARACTERS = 50;
const MAX_DESCRIPTION_CHARACTERS = 100;

export function labelOperations(context: GithubContext): Operations {
  const { state, urls } = context;
  const read = () => refusal(context, 'read', ['issues', 'pull-requests']);
  return {
    'issues/list-labels-for-repo': (request) =>
      read() ??
      pageAnswer(request, [...state.labels.values()], (page) => page.map((one) => labelJson(urls, one))),

    'issues/get-label': (request) => {
      const label = state.label(request.path.get('name') ?? '');
      return read() ?? (label === undefined ? notFound() : { status: 200, content: labelJson(urls, label) });
    },

    'issues/create-label': (request) => {
      const refused = refusal(context, 'write', ['issues', 'pull-requests']);
      if (refused !== undefined) return refused;
      const { name, color = DEFAULT_COLOR, description = null } = LabelContent.parse(request.content);
      const mistake = mistakeIn({ name, color, description });
      if (mistake !== undefined) return validationFailed({ resource: 'Label', ...mistake });
      if (state.label(name) !== undefined) {
        return validationFailed({ resource: 'Label', code: 'already_exists', field: 'name' });
      }
      return { status: 201, content: labelJson(urls, state.addLabel({ name, color, description })) };
    },
  };
}

interface LabelText {
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

function mistakeIn({ name, color, description }: LabelText) {
  if (name.length > MAX_NAME_CHARACTERS) return tooLong('name', MAX_NAME_CHARACTERS);
  if (!/^[0-9a-f]{6}$/i.test(color)) return { code: 'invalid', field: 'color' } as const;
  return (description ?? '').length > MAX_DESCRIPTION_CHARACTERS
    ? tooLong('description', MAX_DESCRIPTION_CHARACTERS)
    : undefined;
}

function tooLong(field: string, characters: number) {
  const message = `${field} is too long (maximum is ${characters} characters)`;
  return { code: 'custom', field, message } as const;
}
