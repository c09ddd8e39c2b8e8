#pragma once
#include <histedit.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

/* Functions with `...` are not seen from Swift: each use of one has a name here. */

typedef unsigned char (*quipu_key_function)(EditLine *, int);
typedef char *(*quipu_prompt_function)(EditLine *);

static inline int quipu_el_set_prompt(EditLine *el, quipu_prompt_function prompt) {
  return el_set(el, EL_PROMPT, prompt);
}

static inline int quipu_el_set_editor(EditLine *el, const char *name) { return el_set(el, EL_EDITOR, name); }

/* From here on keys are for the editor. */
static inline int quipu_el_take_keys(EditLine *el) { return el_set(el, EL_PREP_TERM, 1); }

static inline int quipu_el_set_signal(EditLine *el, int handles) { return el_set(el, EL_SIGNAL, handles); }

static inline int quipu_el_set_client_data(EditLine *el, void *data) { return el_set(el, EL_CLIENTDATA, data); }

static inline void *quipu_el_client_data(EditLine *el) {
  void *data = NULL;
  el_get(el, EL_CLIENTDATA, &data);
  return data;
}

static inline int quipu_el_set_history(EditLine *el, History *history_) {
  return el_set(el, EL_HIST, history, history_);
}

static inline int quipu_el_add_function(
    EditLine *el, const char *name, const char *help, quipu_key_function function) {
  return el_set(el, EL_ADDFN, name, help, function);
}

static inline int quipu_el_bind(EditLine *el, const char *key, const char *function) {
  return el_set(el, EL_BIND, key, function, NULL);
}

static inline int quipu_history_set_size(History *history_, int size) {
  HistEvent event;
  return history(history_, &event, H_SETSIZE, size);
}

static inline int quipu_history_enter(History *history_, const char *line) {
  HistEvent event;
  return history(history_, &event, H_ENTER, line);
}

/* Columns and rows of a terminal; 0 when it is none. */
static inline int quipu_window_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return 0;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 1;
}

/* The key that a terminal makes an interrupt of; -1 when it is no terminal. */
static inline int quipu_interrupt_key(int descriptor) {
  struct termios state;
  return tcgetattr(descriptor, &state) == 0 ? state.c_cc[VINTR] : -1;
}

/* Another such key; -1 for none. */
static inline void quipu_set_interrupt_key(int descriptor, int key) {
  struct termios state;
  if (tcgetattr(descriptor, &state) != 0) return;
  state.c_cc[VINTR] = key < 0 ? _POSIX_VDISABLE : (cc_t)key;
  tcsetattr(descriptor, TCSADRAIN, &state);
}
