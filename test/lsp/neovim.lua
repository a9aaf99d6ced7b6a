-- What a translator does, by the keys' functions: opens an article, reads what is wrong, takes the first quick fix, goes to the entry.
local node, cli, article, answer = unpack(vim.split(vim.env.ZHENGMING_TEST, '\n'))
local said = {}
local function wait(what, until_)
  if not vim.wait(120000, until_, 50) then
    said.failed = what
    vim.fn.writefile({ vim.fn.json_encode(said) }, answer)
    vim.cmd('cquit')
  end
end

vim.cmd('edit ' .. vim.fn.fnameescape(article))
local client = vim.lsp.start_client({
  name = 'zhengming',
  cmd = { node, cli, 'lsp', '--stdio' },
  root_dir = vim.fn.fnamemodify(article, ':h'),
})
vim.lsp.buf_attach_client(0, client)
wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
said.diagnostics = vim.tbl_map(function(one)
  return { line = one.lnum + 1, column = one.col + 1, code = one.code, message = one.message }
end, vim.diagnostic.get(0))

vim.ui.select = function(items, _, choose) choose(items[1]) end
vim.fn.cursor(1, 10)
local before = vim.fn.getline(1)
vim.lsp.buf.code_action()
wait('quick fix', function() return vim.fn.getline(1) ~= before end)
said.fixed = vim.fn.getline(1)
wait('fresh diagnostics', function() return #vim.diagnostic.get(0) == 1 end)

vim.fn.cursor(1, 30)
vim.lsp.buf.definition()
wait('definition', function() return vim.fn.expand('%:p') ~= article end)
said.entry = vim.fn.expand('%:t') .. ': ' .. vim.fn.getline('.')
vim.fn.writefile({ vim.fn.json_encode(said) }, answer)
vim.cmd('qall!')
