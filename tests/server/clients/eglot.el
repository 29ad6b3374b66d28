;;; eglot.el --- Drives Emacs through the steps of a test  -*- lexical-binding: t -*-

;; It writes down what its user sees after each of them.  $GXLINT_STEPS names the file with the steps, $GXLINT_SEEN the
;; one for what is seen; see session.py.

;;; Code:

(require 'cl-lib)
(require 'eglot)
(require 'flymake)
(require 'json)

(defvar driven-patience 30 "Seconds.")
(defvar driven-seen nil "What was seen, the last first.")
(defvar driven-version nil "Of the text that was last told of.")

(defun driven-published (_server method &rest parameters)
  "Remember of which version the PARAMETERS of METHOD speak."
  (when (eq method 'textDocument/publishDiagnostics)
    (setq driven-version (plist-get parameters :version))))

(advice-add 'eglot-handle-notification :after #'driven-published)

(defun driven-await (what done)
  "Wait for WHAT until DONE says that it is there."
  (let ((end (+ (float-time) driven-patience)))
    (while (not (funcall done))
      (when (> (float-time) end)
        (error "%s did not come" what))
      (accept-process-output nil 0.01))))

(defun driven-place (position)
  "Line and column of POSITION."
  (save-excursion
    (goto-char position)
    (cons (line-number-at-pos) (1+ (- position (line-beginning-position))))))

(defun driven-finding (diagnostic)
  "What DIAGNOSTIC shows."
  (let ((first (driven-place (flymake-diagnostic-beg diagnostic)))
        (last (driven-place (flymake-diagnostic-end diagnostic)))
        (shown (flymake-diagnostic-text diagnostic)))
    (unless (string-match "\\`gxlint \\[\\([^]]+\\)\\]: \\(\\(?:.\\|\n\\)*\\)\\'" shown)
      (error "Not of gxlint: %s" shown))
    `((rule . ,(match-string 1 shown)) (message . ,(match-string 2 shown))
      (line . ,(car first)) (column . ,(cdr first)) (end_line . ,(car last)) (end_column . ,(cdr last)))))

(defun driven-look (&optional titles)
  "Write down what is seen, with the TITLES of actions that were offered."
  (push `((text . ,(buffer-string))
          (found . ,(vconcat (mapcar #'driven-finding (flymake-diagnostics))))
          (titles . ,(vconcat titles)))
        driven-seen))

(defun driven-diagnosed ()
  "Whether flymake shows what the server has found in the text as it is."
  (and driven-version (eql driven-version eglot--versioned-identifier) (null eglot--recent-changes)))

(defun driven-await-findings ()
  "Tell of edits and wait for what is found."
  (eglot--signal-textDocument/didChange)
  (driven-await "Findings" #'driven-diagnosed))

(defun driven-replace (old new)
  "Replace OLD with NEW."
  (goto-char (point-min))
  (search-forward old)
  (replace-match new t t)
  (driven-await-findings)
  nil)

(defun driven-lose (rule _)
  "Wait until nothing of RULE is shown."
  (driven-await "The settings"
                (lambda ()
                  (not (cl-find rule (flymake-diagnostics) :test #'equal
                                :key (lambda (shown) (alist-get 'rule (driven-finding shown)))))))
  nil)

(defun driven-act (words title)
  "Take the action whose title begins with TITLE among those at WORDS."
  (goto-char (point-min))
  (search-forward words)
  (goto-char (match-beginning 0))
  (let ((last-nonmenu-event ?\r) ; as from the keyboard: no menu pops up
        titles)
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt choices &rest _)
                 (setq titles (mapcar #'car choices))
                 (or (cl-find title titles :test #'string-prefix-p)
                     (error "No action %s among %s" title titles)))))
      (eglot-code-actions (point) nil nil t))
    (driven-await-findings)
    titles))

(defun driven-step (step)
  "Do STEP and look."
  (driven-look (apply (intern (concat "driven-" (aref step 0))) (append (substring step 1) nil))))

(defun driven-go ()
  "Do all steps."
  (let ((script (with-temp-buffer
                  (insert-file-contents (getenv "GXLINT_STEPS"))
                  (json-parse-buffer :object-type 'alist))))
    (find-file (alist-get 'draft script))
    (run-hooks 'post-command-hook) ; there are no commands in batch mode
    (driven-await "The server" (lambda () eglot--managed-mode))
    (flymake-start)
    (driven-await "The first findings" (lambda () (and (driven-diagnosed) (flymake-diagnostics))))
    (driven-look)
    (mapc #'driven-step (alist-get 'steps script))
    (set-buffer-modified-p nil)
    (eglot-shutdown (eglot-current-server))))

(let* ((failure (condition-case reason (progn (driven-go) "") (error (error-message-string reason))))
       (coding-system-for-write 'utf-8-unix))
  (with-temp-file (getenv "GXLINT_SEEN")
    (insert (json-serialize `((seen . ,(vconcat (nreverse driven-seen))) (failure . ,failure))))))

;;; eglot.el ends here
