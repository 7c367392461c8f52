using System.Management.Automation;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Pipeline;
using StravaTools.Sync;

namespace StravaTools.PowerShell.Work;

/// <summary>A cmdlet that reads or changes a ledger.</summary>
public abstract class LedgerCmdlet : AsyncCmdlet
{
    private SyncConnection? _connection;

    private protected LedgerCmdlet()
    {
    }

    /// <summary>The athlete. Default: all athletes that have a ledger.</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long[] Athlete { get; set; } = [];

    /// <summary>The folder of ledgers.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LedgerPath { get; set; }

    /// <summary>The server. Default: the environment variable STRAVA_BASE_URI, or Strava.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    private protected SyncConnection Connection => _connection ??= new SyncConnection(Engine, BaseUri, accessToken: null);

    private protected SyncLedgers Ledgers => new(Connection.Server, LedgerPath is null ? null : Resolve(LedgerPath));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _connection?.Dispose();
    }

    private protected string Resolve(string path) => SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);

    /// <summary>Works on each ledger. An error in one does not stop the others.</summary>
    private protected void ForEachLedger(Action<SyncLedgers, long> work)
    {
        var ledgers = CreateOrThrow(() => Ledgers);
        foreach (var athlete in Athlete.Length > 0 ? Athlete : ledgers.Athletes)
        {
            try
            {
                work(ledgers, athlete);
            }
            catch (ApiException e)
            {
                WriteError(ErrorRecords.CreateRecord(e, athlete));
            }
        }
    }
}
