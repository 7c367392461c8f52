using System.Collections;
using System.Management.Automation;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Sends any request to Strava's API, with the authorization and rate limits of the other cmdlets.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "StravaRequest", SupportsShouldProcess = true, HelpUri = HelpPages.Root + "Invoke-StravaRequest.md")]
[OutputType(typeof(PSObject), typeof(string))]
public sealed class InvokeStravaRequestCommand : StravaCmdlet
{
    private const string Get = "Get";

    /// <summary>The path below /api/v3, for example athlete/clubs.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public string Resource { get; set; } = "";

    /// <summary>The HTTP method.</summary>
    [Parameter]
    [ValidateSet(Get, "Post", "Put", "Delete")]
    public string Method { get; set; } = Get;

    /// <summary>The query parameters.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary Query { get; set; } = new Hashtable();

    /// <summary>The body: a hashtable is sent as a form, a string as JSON.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Body { get; set; }

    /// <summary>The requested media type.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Accept { get; set; } = "application/json";

    /// <inheritdoc/>
    protected override void ProcessRecord() => RunAsync(
        cancellationToken => new RequestSender(Engine, Client).SendAsync(Method, Resource, Query, Body, Accept, cancellationToken),
        Resource);
}
