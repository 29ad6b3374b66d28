-- Drives Neovim through the steps of a test and writes down what its user sees after each of them.
-- $GXLINT_STEPS names the file with the steps, $GXLINT_SEEN the one for what is seen; see session.py.

local PATIENCE = 30000 -- milliseconds
local seen = {}
local news = 0 -- how often what is shown has changed

local function read(path)
  return table.concat(vim.fn.readfile(path), "\n")
end

local function column(buffer, line, byte)
  local text = vim.api.nvim_buf_get_lines(buffer, line, line + 1, false)[1]
  return vim.fn.strchars(text:sub(1, byte)) + 1
end

local function look(titles)
  local found = {}
  for _, item in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, {
      rule = item.code or item.user_data.lsp.code,
      line = item.lnum + 1,
      column = column(0, item.lnum, item.col),
      end_line = item.end_lnum + 1,
      end_column = column(0, item.end_lnum, item.end_col),
      message = item.message,
    })
  end
  local lines = vim.api.nvim_buf_get_lines(0, 0, -1, false)
  table.insert(seen, { text = table.concat(lines, "\n") .. "\n", found = found, titles = titles or {} })
end

local function await(what, done)
  if not vim.wait(PATIENCE, done, 5) then
    error(what .. " did not come")
  end
end

local function place(words)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local first, last = line:find(words, 1, true)
    if first then
      return number, first - 1, last
    end
  end
  error(words .. " is not in the draft")
end

local function await_news(what, edit)
  local before = news
  edit()
  await("diagnostics after " .. what, function()
    return news > before
  end)
end

local steps = {}

function steps.replace(old, new)
  local line, first, last = place(old)
  await_news("replace", function()
    vim.api.nvim_buf_set_text(0, line - 1, first, line - 1, last, { new })
  end)
end

function steps.lose(rule)
  await("settings", function()
    for _, item in ipairs(vim.diagnostic.get(0)) do
      if (item.code or item.user_data.lsp.code) == rule then
        return false
      end
    end
    return true
  end)
end

function steps.act(words, title)
  local line, first = place(words)
  vim.api.nvim_win_set_cursor(0, { line, first })
  local titles = {}
  vim.ui.select = function(items, options, choose)
    for _, item in ipairs(items) do
      table.insert(titles, (options.format_item(item)))
    end
    for number, item in ipairs(items) do
      if titles[number]:find(title, 1, true) then
        return choose(item, number)
      end
    end
    error("no action " .. title .. " among " .. table.concat(titles, ", "))
  end
  await_news("act", vim.lsp.buf.code_action)
  return titles
end

local function drive()
  local script = vim.fn.json_decode(read(vim.env.GXLINT_STEPS))
  vim.api.nvim_create_autocmd("DiagnosticChanged", {
    callback = function()
      news = news + 1
    end,
  })
  vim.cmd("edit " .. vim.fn.fnameescape(script.draft))
  await("the first diagnostics", function()
    return news > 0
  end)
  look()
  for _, step in ipairs(script.steps) do
    look(steps[step[1]](step[2], step[3]))
  end
end

local ok, reason = xpcall(drive, debug.traceback)
vim.fn.writefile({ vim.fn.json_encode({ seen = seen, failure = ok and "" or reason }) }, vim.env.GXLINT_SEEN)
vim.cmd("qall!")
