// The API's description, made from the table of its routes.
import { z } from 'zod';
import { VERSION } from '../desk/program.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes.ts';

/** @see OpenAPI 3.1.0 */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of ROUTES) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(route);
  }
  return { openapi: '3.1.0', info: { title: 'onrecord', version: VERSION, description: 'The desk’s API; it mirrors the commands.' }, paths };
}

function operation({ about, path, query = [], body, takesFile, givesPicture, givesMedia }: Route): object {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const inQuery = query.map((name) => ({ name, in: 'query', required: false, schema: { type: 'string' } }));
  return {
    summary: about,
    parameters: [...inPath, ...inQuery],
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: z.toJSONSchema(body) } } } } : {}),
    ...(takesFile ? { requestBody: { required: true, content: { 'application/octet-stream': {} } } } : {}),
    responses: {
      '200': { description: 'Done', ...(givesPicture ? { content: { 'image/png': {}, 'image/jpeg': {} } } : {}) },
      ...(givesMedia ? { '206': { description: 'The range that was asked for' }, '416': { description: 'It has no such range' } } : {}),
      default: { description: 'A fault: {error: {code, message, hint}}' },
    },
  };
}
