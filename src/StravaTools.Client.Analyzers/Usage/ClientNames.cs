namespace StravaTools.Client.Analyzers.Usage;

/// <summary>The names of our packages that the rules look for. A test compares them with the packages.</summary>
internal static class ClientNames
{
    public const string Root = "StravaTools";
    public const string Client = "StravaTools.Client.StravaClient";
    public const string Errors = "StravaTools.Client.StravaErrors";
    public const string UploadApi = "StravaTools.Client.Uploads.UploadApi";
    public const string Exception = "StravaTools.Client.StravaException";
    public const string ApiException = "StravaTools.Http.Errors.ApiException";
    public const string StaticAccessToken = "StravaTools.Http.Authorization.StaticAccessToken";
    public const string UploadStatus = "StravaTools.Client.Uploads.UploadStatus";
    public const string UploadResult = "StravaTools.Client.Uploads.UploadResult";
    public const string UploadResults = "StravaTools.Client.Uploads.UploadResults";
    public const string PhotoMetadata = "StravaTools.Client.Photos.PhotoMetadata";

    public const string GetUploadStatus = "GetUploadStatusAsync";
    public const string WaitForUpload = "WaitForUploadAsync";
    public const string OutcomeOf = "OutcomeOf";
    public const string ToResult = "ToResult";
    public const string RateLimited = "RateLimited";
}
