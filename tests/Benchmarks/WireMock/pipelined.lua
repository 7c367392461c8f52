-- Sends 16 requests at once over each connection: the system then spends little time per request, and the server's own work remains.
init = function()
  local requests = {}
  for i = 1, 16 do requests[i] = wrk.format() end
  all = table.concat(requests)
end

request = function() return all end
