import { page } from '../../common/page.mjs';

/** Custom elements in open shadow roots: one for the register, one for its grid, one for each drop-down and each name. */
export default {
  id: 'shadow',
  name: 'Open shadow roots',
  answer: ({ state, query }) =>
    page(state.view(query), {
      title: 'Register',
      body: '<class-register></class-register>',
      script: '/pages/shadow/client.mjs',
    }),
};
