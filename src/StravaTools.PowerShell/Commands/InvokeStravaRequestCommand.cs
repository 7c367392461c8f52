using System.Collections;
using System.Management.Automation;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Sends any request to Strava's API, as whom and within the limits that the other cmdlets do.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "StravaRequest", SupportsShouldProcess = true)]
[OutputType(typeof(PSObject), typeof(string))]
public sealed class InvokeStravaRequestCommand : StravaCmdlet
{
    private const string Get = "Get";

    /// <summary>What is below /api/v3, as athlete/clubs.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public string Resource { get; set; } = "";

    /// <summary>The method.</summary>
    [Parameter]
    [ValidateSet(Get, "Post", "Put", "Delete")]
    public string Method { get; set; } = Get;

    /// <summary>Parameters for the address.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary Query { get; set; } = new Hashtable();

    /// <summary>The body: a hashtable is sent as a form, a text as JSON.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Body { get; set; }

    /// <summary>The representation that is asked for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Accept { get; set; } = "application/json";

    /// <inheritdoc/>
    protected override void ProcessRecord() => RunAsync(async cancellationToken =>
    {
        try
        {
            await new RequestSender(Engine, Client).SendAsync(Method, Resource, Query, Body, Accept, cancellationToken);
        }
        catch (ApiException e)
        {
            Engine.WriteError(ErrorRecords.CreateRecord(e, Resource));
        }
    });
}
