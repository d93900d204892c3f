var Eh=Object.defineProperty;var Hh=Object.getOwnPropertyDescriptor;var _a=i=>{throw TypeError(i)};var M=(i,s,e,t)=>{for(var r=t>1?void 0:t?Hh(s,e):s,o=i.length-1,a;o>=0;o--)(a=i[o])&&(r=(t?a(s,e,r):a(r))||r);return t&&r&&Eh(s,e,r),r};var so=(i,s,e)=>s.has(i)||_a("Cannot "+e);var g=(i,s,e)=>(so(i,s,"read from private field"),e?e.call(i):s.get(i)),L=(i,s,e)=>s.has(i)?_a("Cannot add the same private member more than once"):s instanceof WeakSet?s.add(i):s.set(i,e),F=(i,s,e,t)=>(so(i,s,"write to private field"),t?t.call(i,e):s.set(i,e),e),h=(i,s,e)=>(so(i,s,"access private method"),e);var Yi=["system","light","dark"],$a="theme";function ei(){try{let i=localStorage.getItem($a);return Yi.find(s=>s===i)??"system"}catch{return"system"}}function ro(i){i==="system"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=i}function Ma(i){ro(i);try{localStorage.setItem($a,i)}catch{}}var Ls=globalThis,Ps=Ls.ShadowRoot&&(Ls.ShadyCSS===void 0||Ls.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,oo=Symbol(),ka=new WeakMap,Zi=class{constructor(s,e,t){if(this._$cssResult$=!0,t!==oo)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=s,this.t=e}get styleSheet(){let s=this.o,e=this.t;if(Ps&&s===void 0){let t=e!==void 0&&e.length===1;t&&(s=ka.get(e)),s===void 0&&((this.o=s=new CSSStyleSheet).replaceSync(this.cssText),t&&ka.set(e,s))}return s}toString(){return this.cssText}},Ta=i=>new Zi(typeof i=="string"?i:i+"",void 0,oo),oe=(i,...s)=>{let e=i.length===1?i[0]:s.reduce((t,r,o)=>t+(a=>{if(a._$cssResult$===!0)return a.cssText;if(typeof a=="number")return a;throw Error("Value passed to 'css' function must be a 'css' function result: "+a+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(r)+i[o+1],i[0]);return new Zi(e,i,oo)},Ea=(i,s)=>{if(Ps)i.adoptedStyleSheets=s.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let e of s){let t=document.createElement("style"),r=Ls.litNonce;r!==void 0&&t.setAttribute("nonce",r),t.textContent=e.cssText,i.appendChild(t)}},ao=Ps?i=>i:i=>i instanceof CSSStyleSheet?(s=>{let e="";for(let t of s.cssRules)e+=t.cssText;return Ta(e)})(i):i;var{is:Ch,defineProperty:Sh,getOwnPropertyDescriptor:Ah,getOwnPropertyNames:Oh,getOwnPropertySymbols:Rh,getPrototypeOf:Ih}=Object,Ns=globalThis,Ha=Ns.trustedTypes,Vh=Ha?Ha.emptyScript:"",Dh=Ns.reactiveElementPolyfillSupport,Xi=(i,s)=>i,Ji={toAttribute(i,s){switch(s){case Boolean:i=i?Vh:null;break;case Object:case Array:i=i==null?i:JSON.stringify(i)}return i},fromAttribute(i,s){let e=i;switch(s){case Boolean:e=i!==null;break;case Number:e=i===null?null:Number(i);break;case Object:case Array:try{e=JSON.parse(i)}catch{e=null}}return e}},Bs=(i,s)=>!Ch(i,s),Ca={attribute:!0,type:String,converter:Ji,reflect:!1,useDefault:!1,hasChanged:Bs};Symbol.metadata??=Symbol("metadata"),Ns.litPropertyMetadata??=new WeakMap;var ht=class extends HTMLElement{static addInitializer(s){this._$Ei(),(this.l??=[]).push(s)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(s,e=Ca){if(e.state&&(e.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(s)&&((e=Object.create(e)).wrapped=!0),this.elementProperties.set(s,e),!e.noAccessor){let t=Symbol(),r=this.getPropertyDescriptor(s,t,e);r!==void 0&&Sh(this.prototype,s,r)}}static getPropertyDescriptor(s,e,t){let{get:r,set:o}=Ah(this.prototype,s)??{get(){return this[e]},set(a){this[e]=a}};return{get:r,set(a){let l=r?.call(this);o?.call(this,a),this.requestUpdate(s,l,t)},configurable:!0,enumerable:!0}}static getPropertyOptions(s){return this.elementProperties.get(s)??Ca}static _$Ei(){if(this.hasOwnProperty(Xi("elementProperties")))return;let s=Ih(this);s.finalize(),s.l!==void 0&&(this.l=[...s.l]),this.elementProperties=new Map(s.elementProperties)}static finalize(){if(this.hasOwnProperty(Xi("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(Xi("properties"))){let e=this.properties,t=[...Oh(e),...Rh(e)];for(let r of t)this.createProperty(r,e[r])}let s=this[Symbol.metadata];if(s!==null){let e=litPropertyMetadata.get(s);if(e!==void 0)for(let[t,r]of e)this.elementProperties.set(t,r)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let r=this._$Eu(e,t);r!==void 0&&this._$Eh.set(r,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(s){let e=[];if(Array.isArray(s)){let t=new Set(s.flat(1/0).reverse());for(let r of t)e.unshift(ao(r))}else s!==void 0&&e.push(ao(s));return e}static _$Eu(s,e){let t=e.attribute;return t===!1?void 0:typeof t=="string"?t:typeof s=="string"?s.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(s=>this.enableUpdating=s),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(s=>s(this))}addController(s){(this._$EO??=new Set).add(s),this.renderRoot!==void 0&&this.isConnected&&s.hostConnected?.()}removeController(s){this._$EO?.delete(s)}_$E_(){let s=new Map,e=this.constructor.elementProperties;for(let t of e.keys())this.hasOwnProperty(t)&&(s.set(t,this[t]),delete this[t]);s.size>0&&(this._$Ep=s)}createRenderRoot(){let s=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Ea(s,this.constructor.elementStyles),s}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(s=>s.hostConnected?.())}enableUpdating(s){}disconnectedCallback(){this._$EO?.forEach(s=>s.hostDisconnected?.())}attributeChangedCallback(s,e,t){this._$AK(s,t)}_$ET(s,e){let t=this.constructor.elementProperties.get(s),r=this.constructor._$Eu(s,t);if(r!==void 0&&t.reflect===!0){let o=(t.converter?.toAttribute!==void 0?t.converter:Ji).toAttribute(e,t.type);this._$Em=s,o==null?this.removeAttribute(r):this.setAttribute(r,o),this._$Em=null}}_$AK(s,e){let t=this.constructor,r=t._$Eh.get(s);if(r!==void 0&&this._$Em!==r){let o=t.getPropertyOptions(r),a=typeof o.converter=="function"?{fromAttribute:o.converter}:o.converter?.fromAttribute!==void 0?o.converter:Ji;this._$Em=r;let l=a.fromAttribute(e,o.type);this[r]=l??this._$Ej?.get(r)??l,this._$Em=null}}requestUpdate(s,e,t,r=!1,o){if(s!==void 0){let a=this.constructor;if(r===!1&&(o=this[s]),t??=a.getPropertyOptions(s),!((t.hasChanged??Bs)(o,e)||t.useDefault&&t.reflect&&o===this._$Ej?.get(s)&&!this.hasAttribute(a._$Eu(s,t))))return;this.C(s,e,t)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(s,e,{useDefault:t,reflect:r,wrapped:o},a){t&&!(this._$Ej??=new Map).has(s)&&(this._$Ej.set(s,a??e??this[s]),o!==!0||a!==void 0)||(this._$AL.has(s)||(this.hasUpdated||t||(e=void 0),this._$AL.set(s,e)),r===!0&&this._$Em!==s&&(this._$Eq??=new Set).add(s))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let s=this.scheduleUpdate();return s!=null&&await s,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[r,o]of this._$Ep)this[r]=o;this._$Ep=void 0}let t=this.constructor.elementProperties;if(t.size>0)for(let[r,o]of t){let{wrapped:a}=o,l=this[r];a!==!0||this._$AL.has(r)||l===void 0||this.C(r,void 0,o,l)}}let s=!1,e=this._$AL;try{s=this.shouldUpdate(e),s?(this.willUpdate(e),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(e)):this._$EM()}catch(t){throw s=!1,this._$EM(),t}s&&this._$AE(e)}willUpdate(s){}_$AE(s){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(s)),this.updated(s)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(s){return!0}update(s){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(s){}firstUpdated(s){}};ht.elementStyles=[],ht.shadowRootOptions={mode:"open"},ht[Xi("elementProperties")]=new Map,ht[Xi("finalized")]=new Map,Dh?.({ReactiveElement:ht}),(Ns.reactiveElementVersions??=[]).push("2.1.2");var lo=globalThis,Sa=i=>i,Us=lo.trustedTypes,Aa=Us?Us.createPolicy("lit-html",{createHTML:i=>i}):void 0,ho="$lit$",ct=`lit$${Math.random().toFixed(9).slice(2)}$`,co="?"+ct,jh=`<${co}>`,Vt=document,es=()=>Vt.createComment(""),ts=i=>i===null||typeof i!="object"&&typeof i!="function",mo=Array.isArray,ja=i=>mo(i)||typeof i?.[Symbol.iterator]=="function",no=`[ 	
\f\r]`,Qi=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Oa=/-->/g,Ra=/>/g,Rt=RegExp(`>|${no}(?:([^\\s"'>=/]+)(${no}*=${no}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Ia=/'/g,Va=/"/g,La=/^(?:script|style|textarea|title)$/i,po=i=>(s,...e)=>({_$litType$:i,strings:s,values:e}),n=po(1),I=po(2),wm=po(3),ve=Symbol.for("lit-noChange"),z=Symbol.for("lit-nothing"),Da=new WeakMap,It=Vt.createTreeWalker(Vt,129);function Pa(i,s){if(!mo(i)||!i.hasOwnProperty("raw"))throw Error("invalid template strings array");return Aa!==void 0?Aa.createHTML(s):s}var Na=(i,s)=>{let e=i.length-1,t=[],r,o=s===2?"<svg>":s===3?"<math>":"",a=Qi;for(let l=0;l<e;l++){let d=i[l],p,m,c=-1,T=0;for(;T<d.length&&(a.lastIndex=T,m=a.exec(d),m!==null);)T=a.lastIndex,a===Qi?m[1]==="!--"?a=Oa:m[1]!==void 0?a=Ra:m[2]!==void 0?(La.test(m[2])&&(r=RegExp("</"+m[2],"g")),a=Rt):m[3]!==void 0&&(a=Rt):a===Rt?m[0]===">"?(a=r??Qi,c=-1):m[1]===void 0?c=-2:(c=a.lastIndex-m[2].length,p=m[1],a=m[3]===void 0?Rt:m[3]==='"'?Va:Ia):a===Va||a===Ia?a=Rt:a===Oa||a===Ra?a=Qi:(a=Rt,r=void 0);let w=a===Rt&&i[l+1].startsWith("/>")?" ":"";o+=a===Qi?d+jh:c>=0?(t.push(p),d.slice(0,c)+ho+d.slice(c)+ct+w):d+ct+(c===-2?l:w)}return[Pa(i,o+(i[e]||"<?>")+(s===2?"</svg>":s===3?"</math>":"")),t]},is=class i{constructor({strings:s,_$litType$:e},t){let r;this.parts=[];let o=0,a=0,l=s.length-1,d=this.parts,[p,m]=Na(s,e);if(this.el=i.createElement(p,t),It.currentNode=this.el.content,e===2||e===3){let c=this.el.content.firstChild;c.replaceWith(...c.childNodes)}for(;(r=It.nextNode())!==null&&d.length<l;){if(r.nodeType===1){if(r.hasAttributes())for(let c of r.getAttributeNames())if(c.endsWith(ho)){let T=m[a++],w=r.getAttribute(c).split(ct),_=/([.?@])?(.*)/.exec(T);d.push({type:1,index:o,name:_[2],strings:w,ctor:_[1]==="."?Fs:_[1]==="?"?Gs:_[1]==="@"?Ws:jt}),r.removeAttribute(c)}else c.startsWith(ct)&&(d.push({type:6,index:o}),r.removeAttribute(c));if(La.test(r.tagName)){let c=r.textContent.split(ct),T=c.length-1;if(T>0){r.textContent=Us?Us.emptyScript:"";for(let w=0;w<T;w++)r.append(c[w],es()),It.nextNode(),d.push({type:2,index:++o});r.append(c[T],es())}}}else if(r.nodeType===8)if(r.data===co)d.push({type:2,index:o});else{let c=-1;for(;(c=r.data.indexOf(ct,c+1))!==-1;)d.push({type:7,index:o}),c+=ct.length-1}o++}}static createElement(s,e){let t=Vt.createElement("template");return t.innerHTML=s,t}};function Dt(i,s,e=i,t){if(s===ve)return s;let r=t!==void 0?e._$Co?.[t]:e._$Cl,o=ts(s)?void 0:s._$litDirective$;return r?.constructor!==o&&(r?._$AO?.(!1),o===void 0?r=void 0:(r=new o(i),r._$AT(i,e,t)),t!==void 0?(e._$Co??=[])[t]=r:e._$Cl=r),r!==void 0&&(s=Dt(i,r._$AS(i,s.values),r,t)),s}var qs=class{constructor(s,e){this._$AV=[],this._$AN=void 0,this._$AD=s,this._$AM=e}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(s){let{el:{content:e},parts:t}=this._$AD,r=(s?.creationScope??Vt).importNode(e,!0);It.currentNode=r;let o=It.nextNode(),a=0,l=0,d=t[0];for(;d!==void 0;){if(a===d.index){let p;d.type===2?p=new ti(o,o.nextSibling,this,s):d.type===1?p=new d.ctor(o,d.name,d.strings,this,s):d.type===6&&(p=new Ks(o,this,s)),this._$AV.push(p),d=t[++l]}a!==d?.index&&(o=It.nextNode(),a++)}return It.currentNode=Vt,r}p(s){let e=0;for(let t of this._$AV)t!==void 0&&(t.strings!==void 0?(t._$AI(s,t,e),e+=t.strings.length-2):t._$AI(s[e])),e++}},ti=class i{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(s,e,t,r){this.type=2,this._$AH=z,this._$AN=void 0,this._$AA=s,this._$AB=e,this._$AM=t,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let s=this._$AA.parentNode,e=this._$AM;return e!==void 0&&s?.nodeType===11&&(s=e.parentNode),s}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(s,e=this){s=Dt(this,s,e),ts(s)?s===z||s==null||s===""?(this._$AH!==z&&this._$AR(),this._$AH=z):s!==this._$AH&&s!==ve&&this._(s):s._$litType$!==void 0?this.$(s):s.nodeType!==void 0?this.T(s):ja(s)?this.k(s):this._(s)}O(s){return this._$AA.parentNode.insertBefore(s,this._$AB)}T(s){this._$AH!==s&&(this._$AR(),this._$AH=this.O(s))}_(s){this._$AH!==z&&ts(this._$AH)?this._$AA.nextSibling.data=s:this.T(Vt.createTextNode(s)),this._$AH=s}$(s){let{values:e,_$litType$:t}=s,r=typeof t=="number"?this._$AC(s):(t.el===void 0&&(t.el=is.createElement(Pa(t.h,t.h[0]),this.options)),t);if(this._$AH?._$AD===r)this._$AH.p(e);else{let o=new qs(r,this),a=o.u(this.options);o.p(e),this.T(a),this._$AH=o}}_$AC(s){let e=Da.get(s.strings);return e===void 0&&Da.set(s.strings,e=new is(s)),e}k(s){mo(this._$AH)||(this._$AH=[],this._$AR());let e=this._$AH,t,r=0;for(let o of s)r===e.length?e.push(t=new i(this.O(es()),this.O(es()),this,this.options)):t=e[r],t._$AI(o),r++;r<e.length&&(this._$AR(t&&t._$AB.nextSibling,r),e.length=r)}_$AR(s=this._$AA.nextSibling,e){for(this._$AP?.(!1,!0,e);s!==this._$AB;){let t=Sa(s).nextSibling;Sa(s).remove(),s=t}}setConnected(s){this._$AM===void 0&&(this._$Cv=s,this._$AP?.(s))}},jt=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(s,e,t,r,o){this.type=1,this._$AH=z,this._$AN=void 0,this.element=s,this.name=e,this._$AM=r,this.options=o,t.length>2||t[0]!==""||t[1]!==""?(this._$AH=Array(t.length-1).fill(new String),this.strings=t):this._$AH=z}_$AI(s,e=this,t,r){let o=this.strings,a=!1;if(o===void 0)s=Dt(this,s,e,0),a=!ts(s)||s!==this._$AH&&s!==ve,a&&(this._$AH=s);else{let l=s,d,p;for(s=o[0],d=0;d<o.length-1;d++)p=Dt(this,l[t+d],e,d),p===ve&&(p=this._$AH[d]),a||=!ts(p)||p!==this._$AH[d],p===z?s=z:s!==z&&(s+=(p??"")+o[d+1]),this._$AH[d]=p}a&&!r&&this.j(s)}j(s){s===z?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,s??"")}},Fs=class extends jt{constructor(){super(...arguments),this.type=3}j(s){this.element[this.name]=s===z?void 0:s}},Gs=class extends jt{constructor(){super(...arguments),this.type=4}j(s){this.element.toggleAttribute(this.name,!!s&&s!==z)}},Ws=class extends jt{constructor(s,e,t,r,o){super(s,e,t,r,o),this.type=5}_$AI(s,e=this){if((s=Dt(this,s,e,0)??z)===ve)return;let t=this._$AH,r=s===z&&t!==z||s.capture!==t.capture||s.once!==t.once||s.passive!==t.passive,o=s!==z&&(t===z||r);r&&this.element.removeEventListener(this.name,this,t),o&&this.element.addEventListener(this.name,this,s),this._$AH=s}handleEvent(s){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,s):this._$AH.handleEvent(s)}},Ks=class{constructor(s,e,t){this.element=s,this.type=6,this._$AN=void 0,this._$AM=e,this.options=t}get _$AU(){return this._$AM._$AU}_$AI(s){Dt(this,s)}},Ba={M:ho,P:ct,A:co,C:1,L:Na,R:qs,D:ja,V:Dt,I:ti,H:jt,N:Gs,U:Ws,B:Fs,F:Ks},Lh=lo.litHtmlPolyfillSupport;Lh?.(is,ti),(lo.litHtmlVersions??=[]).push("3.3.3");var Ua=(i,s,e)=>{let t=e?.renderBefore??s,r=t._$litPart$;if(r===void 0){let o=e?.renderBefore??null;t._$litPart$=r=new ti(s.insertBefore(es(),o),o,void 0,e??{})}return r._$AI(i),r};var fo=globalThis,j=class extends ht{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let s=super.createRenderRoot();return this.renderOptions.renderBefore??=s.firstChild,s}update(s){let e=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(s),this._$Do=Ua(e,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return ve}};j._$litElement$=!0,j.finalized=!0,fo.litElementHydrateSupport?.({LitElement:j});var Ph=fo.litElementPolyfillSupport;Ph?.({LitElement:j});(fo.litElementVersions??=[]).push("4.2.2");var _t=class extends Event{constructor(s,e,t,r){super("context-request",{bubbles:!0,composed:!0}),this.context=s,this.contextTarget=e,this.callback=t,this.subscribe=r??!1}};var ii=class{constructor(s,e,t,r){if(this.subscribe=!1,this.provided=!1,this.value=void 0,this.t=(o,a)=>{this.unsubscribe&&(this.unsubscribe!==a&&(this.provided=!1,this.unsubscribe()),this.subscribe||this.unsubscribe()),this.value=o,this.host.requestUpdate(),this.provided&&!this.subscribe||(this.provided=!0,this.callback&&this.callback(o,a)),this.unsubscribe=a},this.host=s,e.context!==void 0){let o=e;this.context=o.context,this.callback=o.callback,this.subscribe=o.subscribe??!1}else this.context=e,this.callback=t,this.subscribe=r??!1;this.host.addController(this)}hostConnected(){this.dispatchRequest()}hostDisconnected(){this.unsubscribe&&(this.unsubscribe(),this.unsubscribe=void 0)}dispatchRequest(){this.host.dispatchEvent(new _t(this.context,this.host,this.t,this.subscribe))}};var Ys=class{get value(){return this.o}set value(s){this.setValue(s)}setValue(s,e=!1){let t=e||!Object.is(s,this.o);this.o=s,t&&this.updateObservers()}constructor(s){this.subscriptions=new Map,this.updateObservers=()=>{for(let[e,{disposer:t}]of this.subscriptions)e(this.o,t)},s!==void 0&&(this.value=s)}addCallback(s,e,t){if(!t)return void s(this.value);this.subscriptions.has(s)||this.subscriptions.set(s,{disposer:()=>{this.subscriptions.delete(s)},consumerHost:e});let{disposer:r}=this.subscriptions.get(s);s(this.value,r)}clearCallbacks(){this.subscriptions.clear()}};var uo=class extends Event{constructor(s,e){super("context-provider",{bubbles:!0,composed:!0}),this.context=s,this.contextTarget=e}},si=class extends Ys{constructor(s,e,t){super(e.context!==void 0?e.initialValue:t),this.onContextRequest=r=>{if(r.context!==this.context)return;let o=r.contextTarget??r.composedPath()[0];o!==this.host&&(r.stopPropagation(),this.addCallback(r.callback,o,r.subscribe))},this.onProviderRequest=r=>{if(r.context!==this.context||(r.contextTarget??r.composedPath()[0])===this.host)return;let o=new Set;for(let[a,{consumerHost:l}]of this.subscriptions)o.has(a)||(o.add(a),l.dispatchEvent(new _t(this.context,l,a,!0)));r.stopPropagation()},this.host=s,e.context!==void 0?this.context=e.context:this.context=e,this.attachListeners(),this.host.addController?.(this)}attachListeners(){this.host.addEventListener("context-request",this.onContextRequest),this.host.addEventListener("context-provider",this.onProviderRequest)}hostConnected(){this.host.dispatchEvent(new uo(this.context,this.host))}};function ss({context:i}){return(s,e)=>{let t=new WeakMap;if(typeof e=="object")return{get(){return s.get.call(this)},set(r){return t.get(this).setValue(r),s.set.call(this,r)},init(r){return t.set(this,new si(this,{context:i,initialValue:r})),r}};{s.constructor.addInitializer((a=>{t.set(a,new si(a,{context:i}))}));let r=Object.getOwnPropertyDescriptor(s,e),o;if(r===void 0){let a=new WeakMap;o={get(){return a.get(this)},set(l){t.get(this).setValue(l),a.set(this,l)},configurable:!0,enumerable:!0}}else{let a=r.set;o={...r,set(l){t.get(this).setValue(l),a?.call(this,l)}}}return void Object.defineProperty(s,e,o)}}}function de({context:i,subscribe:s}){return(e,t)=>{typeof t=="object"?t.addInitializer((function(){new ii(this,{context:i,callback:r=>{e.set.call(this,r)},subscribe:s})})):e.constructor.addInitializer((r=>{new ii(r,{context:i,callback:o=>{r[t]=o},subscribe:s})}))}}var B=i=>(s,e)=>{e!==void 0?e.addInitializer(()=>{customElements.define(i,s)}):customElements.define(i,s)};var Bh={attribute:!0,type:String,converter:Ji,reflect:!1,hasChanged:Bs},Uh=(i=Bh,s,e)=>{let{kind:t,metadata:r}=e,o=globalThis.litPropertyMetadata.get(r);if(o===void 0&&globalThis.litPropertyMetadata.set(r,o=new Map),t==="setter"&&((i=Object.create(i)).wrapped=!0),o.set(e.name,i),t==="accessor"){let{name:a}=e;return{set(l){let d=s.get.call(this);s.set.call(this,l),this.requestUpdate(a,d,i,!0,l)},init(l){return l!==void 0&&this.C(a,void 0,i,l),l}}}if(t==="setter"){let{name:a}=e;return function(l){let d=this[a];s.call(this,l),this.requestUpdate(a,d,i,!0,l)}}throw Error("Unsupported decorator location: "+t)};function f(i){return(s,e)=>typeof e=="object"?Uh(i,s,e):((t,r,o)=>{let a=r.hasOwnProperty(o);return r.constructor.createProperty(o,t),a?Object.getOwnPropertyDescriptor(r,o):void 0})(i,s,e)}function Q(i){return f({...i,state:!0,attribute:!1})}var Lt=(i,s,e)=>(e.configurable=!0,e.enumerable=!0,Reflect.decorate&&typeof s!="object"&&Object.defineProperty(i,s,e),e);function $t(i,s){return(e,t,r)=>{let o=a=>a.renderRoot?.querySelector(i)??null;if(s){let{get:a,set:l}=typeof t=="object"?e:r??(()=>{let d=Symbol();return{get(){return this[d]},set(p){this[d]=p}}})();return Lt(e,t,{get(){let d=a.call(this);return d===void 0&&(d=o(this),(d!==null||this.hasUpdated)&&l.call(this,d)),d}})}return Lt(e,t,{get(){return o(this)}})}}function Z(i,s,e){return i?s(i):e?.(i)}var{I:qh}=Ba,qa=i=>i;var Zs=i=>i.strings===void 0,Fa=()=>document.createComment(""),ri=(i,s,e)=>{let t=i._$AA.parentNode,r=s===void 0?i._$AB:s._$AA;if(e===void 0){let o=t.insertBefore(Fa(),r),a=t.insertBefore(Fa(),r);e=new qh(o,a,i,i.options)}else{let o=e._$AB.nextSibling,a=e._$AM,l=a!==i;if(l){let d;e._$AQ?.(i),e._$AM=i,e._$AP!==void 0&&(d=i._$AU)!==a._$AU&&e._$AP(d)}if(o!==r||l){let d=e._$AA;for(;d!==o;){let p=qa(d).nextSibling;qa(t).insertBefore(d,r),d=p}}}return e},Mt=(i,s,e=i)=>(i._$AI(s,e),i),Fh={},Xs=(i,s=Fh)=>i._$AH=s,Ga=i=>i._$AH,Js=i=>{i._$AR(),i._$AA.remove()};var ze={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Ze=i=>(...s)=>({_$litDirective$:i,values:s}),Ce=class{constructor(s){}get _$AU(){return this._$AM._$AU}_$AT(s,e,t){this._$Ct=s,this._$AM=e,this._$Ci=t}_$AS(s,e){return this.update(s,e)}update(s,e){return this.render(...e)}};var rs=(i,s)=>{let e=i._$AN;if(e===void 0)return!1;for(let t of e)t._$AO?.(s,!1),rs(t,s);return!0},Qs=i=>{let s,e;do{if((s=i._$AM)===void 0)break;e=s._$AN,e.delete(i),i=s}while(e?.size===0)},Wa=i=>{for(let s;s=i._$AM;i=s){let e=s._$AN;if(e===void 0)s._$AN=e=new Set;else if(e.has(i))break;e.add(i),Kh(s)}};function Gh(i){this._$AN!==void 0?(Qs(this),this._$AM=i,Wa(this)):this._$AM=i}function Wh(i,s=!1,e=0){let t=this._$AH,r=this._$AN;if(r!==void 0&&r.size!==0)if(s)if(Array.isArray(t))for(let o=e;o<t.length;o++)rs(t[o],!1),Qs(t[o]);else t!=null&&(rs(t,!1),Qs(t));else rs(this,i)}var Kh=i=>{i.type==ze.CHILD&&(i._$AP??=Wh,i._$AQ??=Gh)},er=class extends Ce{constructor(){super(...arguments),this._$AN=void 0}_$AT(s,e,t){super._$AT(s,e,t),Wa(this),this.isConnected=s._$AU}_$AO(s,e=!0){s!==this.isConnected&&(this.isConnected=s,s?this.reconnected?.():this.disconnected?.()),e&&(rs(this,s),Qs(this))}setValue(s){if(Zs(this._$Ct))this._$Ct._$AI(s,this);else{let e=[...this._$Ct._$AH];e[this._$Ci]=s,this._$Ct._$AI(e,this,0)}}disconnected(){}reconnected(){}};var vo=class extends er{host;element;prevData={};eventData={};render(s){return z}update(s,[e]){this.element!==s.element&&(this.element=s.element),this.host=s.options?.host??this.element,this.apply(e),this.groom(e),this.prevData={...e}}apply(s){if(!s)return;let{prevData:e,element:t}=this;for(let[r,o]of Object.entries(s)){if(o===e[r])continue;let a=r.slice(1);switch(r[0]){case"@":this.eventData[a]=o,this.applyEvent(a,o);break;case".":t[a]=o;break;case"?":o?t.setAttribute(a,""):t.removeAttribute(a);break;default:o===null?t.removeAttribute(r):t.setAttribute(r,String(o));break}}}groom(s){let{prevData:e,element:t}=this;if(e)for(let[r,o]of Object.entries(e)){let a=r.slice(1);if(!s||!(r in s)&&t[a]===o)switch(r[0]){case"@":this.groomEvent(a,o);break;case".":t[a]=void 0;break;case"?":t.removeAttribute(a);break;default:t.removeAttribute(r);break}}}applyEvent(s,e){let{prevData:t,element:r}=this;this.eventData[s]=e,t[s]&&r.removeEventListener(s,this,e),r.addEventListener(s,this,e)}groomEvent(s,e){let{element:t}=this;Reflect.deleteProperty(this.eventData,s),t.removeEventListener(s,this,e)}handleEvent(s){let e=this.eventData[s.type];typeof e=="function"?e.call(this.host,s):e.handleEvent(s)}disconnected(){let{eventData:s,element:e}=this;for(let[t,r]of Object.entries(s)){let o=t.slice(1);e.removeEventListener(o,this,r)}}reconnected(){let{eventData:s,element:e}=this;for(let[t,r]of Object.entries(s)){let o=t.slice(1);e.addEventListener(o,this,r)}}},V=Ze(vo);var Yh=I`
	<path d="M5.688 3.5v.438H5.25v.438h-.438V1.313h-.438V.875h-.436V.438H3.5v6.125h2.625v-.438H5.25v-.438h.438v-.438h.438v-.438h.438V3.5z" fill="#b79cf8"/>
	<path d="M3.063.438v.438h-.438v.438h-.437v3.5h-.875v-.438H.438v1.75h.438v.438h2.625V.438z" fill="#ff7fc0"/>
	<path d="M3.938 0h-.875v.438h.875zm-.875.438h-.438v.438h.438z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875zm-.875.437h-.438v.438h.438zm0 1.75h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.188 5.25H1.75v.438h.438z" fill="#ffa5d3"/>
	<path d="M2.625 5.25h-.437v.438h.438zm-1.75.438H.438v.438h.438zm2.625.438H.875v.438H3.5z" fill="#ff1c90"/>
	<path d="M1.75 5.688h-.437v.438h.438zm-.438-.438H.875v.438h.438zm1.313-.875V3.5h-.437v1.313h.438v1.313h.438v-1.75zm.438-3.5v1.313h-.438v.438h.438v1.313h.438V.875z" fill="#ffa5d3"/>
	<path d="M6.125 3.5h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-3.5.875h-.874v.438h.875zm-.875-.438H.438v.438h.875z" fill="#f0f0f0"/>
	<path d="M.875 5.25v-.875H.438v.875z" fill="#f0f0f0"/>
	<path d="M4.813 1.313h-.438v.438h.438z" fill="#cdbafa"/>
	<path d="M2.625 1.313h-.437v1.313h.438z" fill="#f0f0f0"/>
	<path d="M4.375.438h-.437v.438h.438zm.438.438h-.438v.438h.438zM2.625 4.814h-.437v.438h.438zm3.938 0h-.438v.438h.438zm-.875.438v.438H5.25v.438h.875v-.875zm.438.875v.438H.875v.438h5.688v-.875zM.875 6.125H.438v.438h.438zM7 3.062H5.687V3.5H7zm-5.687.876H0v.438h1.313z" fill="#000"/>
	<path d="M.438 6.125V3.938H0v2.188zm6.563-1.313V3.5h-.438v1.313zM2.625.875h-.437v.438h.438zm-.875.438v3.063h-.437v.438h.875V1.313zm3.5 2.188V1.313h-.438v3.063h.438v-.438h.438V3.5z" fill="#000"/>
	<path d="M3.938.875H3.5v.875h.438zm.438 1.75V1.75h-.438V3.5h.438v.438h.438V2.625zm.875 1.75h-.438v.438h.438zm-1.313 0H3.5v1.313h.438zm.875 1.313h-.438v.438h.438zm0-.875h-.438v.438h.438zm.438.438h-.438v.438h.438z" fill="#cdbafa"/>
	<path d="M5.25 6.125v-.438h-.438v.438H3.5v.438h2.625v-.438zm.438-.875H5.25v.438h.438zm.438-.438h-.438v.438h.438z" fill="#816bee"/>
`;function tr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Yh}
	</svg>`}var Zh=I`
	<path d="M4.375 1.75v-.437h-.437V.438h-.875v.875h-.438v.438h-.437v.438h.438v.438h.438v.438h.875v-.44h.438v-.437h.438V1.75z" fill="#47baff"/>
	<path d="M4.375 5.25v.438h-.437v.875h-.875v-.875h-.438V5.25h-.437v-.438h.438v-.438h.438v-.436h.875v.438h.438v.438h.438v.438z" fill="#ff2c52"/>
	<path d="M3.063 0v.438h.875V0z" fill="#000"/>
	<path d="M3.063.438v.438h.875V.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.625v.438h.875v-.438z" fill="#4282d8"/>
	<path d="M3.063.438h-.438v.875h.438zM.438 3.063H0v.875h.438zm.875 0v-.438H.438v.438zm1.313-1.75h-.438v.438h.438z" fill="#000"/>
	<path d="M2.625 1.75h-.437v.438h.438zm.438-.438h-.438v.438h.438zm0 2.625v.438h.875v-.437z" fill="#f0f0f0"/>
	<path d="M3.063 6.125v.438h.875v-.438zm0-.875h-.438v.438h.438zm-.438-.438h-.437v.438h.438z" fill="#be0351"/>
	<path d="M3.063 4.375h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938 5.688h.438V5.25h-.438zm.438-.438h.438v-.438h-.438zm-.438-.438h.438v-.438h-.438z" fill="#be0351"/>
	<path d="M3.5 1.75h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.375 2.188h-.437v.438h.438zm.438-.438h-.438v.438h.438z" fill="#4282d8"/>
	<path d="M5.25 4.375h.438v-.437h.875v-.875h-.875v-.438H5.25v-.437h-.438v.438h-.438v.438h-.436v.875h.438v.438h.438v.438h.438z" fill="#C7C7C7"/>
	<path d="M6.563 3.063h-.438v.875h.438z" fill="#707070"/>
	<path d="M5.25 2.625v-.437h-.438v.438zm-.438.438v-.438h-.438v.438z" fill="#fff"/>
	<path d="M4.813 4.375v-.437h-.438v.438zm-.438-.438V3.5h-.437v.438zm1.313.438v-.437H5.25v.438zm-.438.438v-.438h-.438v.438z" fill="#707070"/>
	<path d="M1.75 4.375h-.437v-.437H.438v-.875h.875v-.438h.438v-.437h.438v.438h.438v.438h.438v.875h-.44v.438h-.437v.438H1.75z" fill="#C7C7C7"/>
	<path d="M.438 3.938h.438v-.875H.438z" fill="#fff"/>
	<path d="M2.625 3.938h.438v-.875h-.438z" fill="#707070"/>
	<path d="M2.188 2.625v-.437H1.75v.438zm-.438.438v-.438h-.437v.438zm.438.438v-.438H1.75v.438z" fill="#fff"/>
	<path d="M2.625 4.375v-.437h-.437v.438zm-.438.438v-.438H1.75v.438z" fill="#707070"/>
	<path d="M2.188 1.75H1.75v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.439v.438h.438zm.875.438h-.876v.875h.875zm.438.875h-.439v.438h.438zm.438.438h-.438v.438h.438zM1.75 2.188h-.437v.438h.438zm2.188 4.813v-.438h-.875v.438zm-.875-1.313h-.438v.875h.438zM.438 3.938v.438h.875v-.438zm2.188 1.313h-.438v.438h.438zm-.438-.438H1.75v.438h.438zm-.438-.438h-.437v.438h.438zm2.188-3.063h.438V.438h-.438zm2.625 2.625h.438v-.874h-.438zm0-.875v-.437h-.875v.438zM4.375 1.749h.438v-.436h-.438zm.438.438h.438V1.75h-.438zm-.438.438h.438v-.437h-.438zm-.437.438h.438v-.438h-.438zM2.625 4.376h.438v-.438h-.438zm-.438.438h.438v-.438h-.437z" fill="#000"/>
	<path d="M4.813 2.188h.438V1.75h-.438zm.438.438h.438v-.438h-.438zM3.938 6.564h.438v-.875h-.438zm1.75-2.625v.438h.875v-.439zm-1.313 1.75h.438v-.438h-.438zm.438-.438h.438v-.438h-.438zm.438-.438h.438v-.438h-.438z" fill="#000"/>
`;function ir(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Zh}
	</svg>`}var Xh=I`
	<path d="M6.125 3.063v-.438h-.438v.438H4.374v-.438h-.436V1.313h.438V.875H3.063v1.75h-.438v.438H.438v.875h.438v.438h.438v-.438h1.313v.438h.438v1.313h-.44v.438h.438v.438h.875v-.438h.438v-.438h-.438V4.376h.438v-.438h1.313v.438h.438v-.438h.438v-.875z" fill="#ffb84b"/>
	<path d="M3.938 0h-.875v.438h.875zM2.625.875H1.313v.438h1.313zm-1.312.438H.875v1.313h.438zm1.75 0h-.438v1.313h.438zm1.313 0h-.438v1.313h.438zm1.75 0h-.438v1.313h.438zM5.688.875H4.375v.438h1.313zm-3.063 1.75H1.313v.438h1.313zm3.063 0H4.375v.438h1.313zM3.063.438h-.438v.438h.438z" fill="#000"/>
	<path d="M2.625 1.313h-.437v.438h.438zm-.437.437H1.75v.438h.438zm3.5-.438H5.25v.438h.438zm-.438.438h-.438v.438h.438zm.438 2.625H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-2.625-.438h-.437v.438h.438zm-.438.438H1.75v.438h.438z" fill="#57595f"/>
	<path d="M4.375.438h-.437v.438h.438zM.438 3.063H0v.875h.438z" fill="#000"/>
	<path d="M2.188 1.75v.438h-.875v.438h1.313V1.75zm3.063 0v.438h-.875v.438h1.313V1.75zM2.188 4.813v.438h-.875v.438h1.313v-.875zm3.063 0v.438h-.875v.438h1.313v-.875z" fill="#35363a"/>
	<path d="M.875 3.938H.438v.438h.438zm0-1.313H.438v.438h.438zM7 3.063h-.438v.875H7z" fill="#000"/>
	<path d="M6.563 3.063h-.438v.875h.438z" fill="#ba3500"/>
	<path d="M.875 3.063H.438v.875h.438z" fill="#f0f0f0"/>
	<path d="M6.563 2.625h-.438v.438h.438zm0 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M6.125 3.938h-.438v.438h.438zm-3.062 0h-.438v.438h.438zm-1.75 0H.875v.438h.438zm3.063 0h-.438v.438h.438z" fill="#ba3500"/>
	<path d="M3.938 6.563h-.875v.438h.875zm-1.313-.875H1.313v.438h1.313zM1.312 4.375H.875v1.313h.438zm1.75 0h-.437v1.313h.438zm1.313 0h-.437v1.313h.438zm1.75 0h-.438v1.313h.438zm-.438 1.313H4.374v.438h1.313zm-3.062-1.75H1.313v.438h1.313zm3.063 0H4.375v.438h1.313z" fill="#000"/>
	<path d="M2.625 3.5H1.313v.438h1.313zm3.063 0H4.375v.438h1.313z" fill="#ba3500"/>
	<path d="M3.063 6.125h-.438v.438h.438zm1.313 0h-.438v.438h.438z" fill="#000"/>
	<path d="M3.938 6.125h-.875v.438h.875z" fill="#ba3500"/>
	<path d="M3.938.438h-.875v.438h.875zm-.875.437h-.438v.438h.438V.438Z" fill="#f0f0f0"/>
	<path d="M4.375 5.688h-.437v.438h.438z" fill="#ba3500"/>
	<path d="M2.188 1.313h-.875v.875h.438V1.75h.438zm3.063 0h-.875v.875h.438V1.75h.438zM2.188 4.376h-.875v.875h.438v-.438h.438zm3.063 0h-.875v.875h.438v-.438h.438z" fill="#d8d8d8"/>
	<path d="M3.938 2.188V1.75H3.5V.875h-.437v1.313zm0 .438H3.5v.438h-.437v.438h-.438v.438h.438v.875h.438v1.313h.438v-1.75H3.5V3.5h.875v-.437h-.437zm2.188.438h-.438v.438h.438zm-3.063-.439h-.438v.438h.438zm-1.75.438H.875v.438h.438zm.875 0H1.75v.438h.438z" fill="#fd6214"/>
`;function sr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Xh}
	</svg>`}var Jh=I`
	<path d="M5.688 2.625V1.75H5.25V.438h-.438v.438h-.438v.438h-.436v.438H3.5v.438H1.313v.438H.875v.875H.438v1.75h.438v.438h.438v.438h.438v.438h3.5v-.438h.438v-.438h.438V2.625z" fill="#fd6214"/>
	<path d="M0 3.5v1.75h.438V3.5zm6.563.438v1.313h.438V3.938zm-.438-1.313v1.313h.438V2.625zm-.438-.875v.875h.438V1.75z" fill="#000"/>
	<path d="M6.125 3.938v1.313h.438V3.938zm-.438-1.313v1.313h.438V2.625zm-.438-.875v.875h.438V1.75z" fill="#ba3500"/>
	<path d="M.438 2.625V3.5h.438v-.875zm2.625-1.313h-.438v.438h.438zm.875 0H3.5v.438h.438zM3.5 1.75h-.437v.438h.438zm-2.625.438v.438h.438v-.438zM.437 5.251v.438h.438v-.438zm.438.438v.438h.438v-.438zm.438.438v.438h.438v-.438zm4.813-.875v.438h.438v-.438zm-.438.438v.438h.438V5.69zm-.438.438v.438h.438v-.438zm-3.5.438v.438h3.5v-.438zM1.313 1.75v.438h.438V1.75zm.438-.438v.438h.438v-.437zm.438-.438v.438h.438V.875zm1.75 0v.438h.438V.875zm.438-.438v.438h.438V.438zm.438-.438v.438h.438V0z" fill="#000"/>
	<path d="M4.813.438v.438h.438V.438zm-.438.438v.438h.438V.875zm-.437.437v.438h.438v-.438zM3.5 1.75v.438h.438V1.75zm-1.312-.437v.438h.438v-.438zm-.438.437v.438h.438V1.75zm.875 0v.438h.438V1.75z" fill="#f0f0f0"/>
	<path d="M2.188 1.75v.438h.438V1.75z" fill="#fd6214"/>
	<path opacity=".5" d="M4.813 1.75v.438h.438V1.75zm.438 2.188V3.5h-.438v-.875h-.438v.438h-.437v.438H2.625v-.438h-.437v.875h-.875v.875h.438v.875h.438v.438h2.625v-.438h.438v-.875h.438v-.875z" fill="#fff"/>
	<path d="M1.313 2.188v.438h.438v-.438zm-.438.437V3.5h.438v-.875zm.875.875v.438h.438V3.5z" fill="#f0f0f0"/>
	<path d="M.875 5.25v.438h.438V5.25zm.438.438v.438h.438v-.438zm3.938 0v.438h.438v-.438zm.438-.438v.438h.438V5.25zm-3.938.875v.438h3.5v-.438z" fill="#ba3500"/>
	<path d="M.438 3.5v.875h.438V3.5zm4.375.875h-.438v-.437h-1.75v.438h-.437v.875h.438v.438h1.75v-.438h.438z" fill="#f0f0f0"/>
	<path d="M5.25.438v1.313h.438V.438z" fill="#000"/>
`;function rr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Jh}
	</svg>`}var Qh=I`
	<path d="M6.563.875h-.438V.438H4.812v1.313h-.438V.875h-.436V.438h-.875v.438h-.438v.875h-.437V.438H.875v.438H.438v1.75h.438v.438h.875v.438h.438v.875h.438v.438h.438v.438h.875v-.438h.438v-.438h.438V3.5h.438v-.437h.875v-.438h.438z" fill="#ff7fc0"/>
	<path d="M3.938 0h-.875v.438h.875zm-1.75 0H.875v.438h1.313zm3.938 0H4.813v.438h1.313zm.438.438h-.438v.438h.438zm.438.438h-.438v1.75h.438zM4.377.438h-.439v.438h.438v.875h.438V.438zm-2.189 0v1.313h.438V.875h.438V.438zm-1.313 0H.438v.438h.438zM.438.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm.875.438H.875v.438h.875zm4.375 0h-.875v.438h.875zm.438-.438h-.438v.438h.438zM5.251 3.938V3.5h-.438v.875h1.75v-.437zM1.75 3.5v.438H.438v.438h1.75V3.5zm-1.313.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm5.25.438H.875v.438h5.25zm.438-.438h-.438v.438h.438zm.438-1.75h-.438v1.75h.438zm-4.376 0h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-.875.875h-.876v.438h.875z" fill="#000"/>
	<path d="M4.813 4.375v.438h-.438v.438h-.437v.438h-.875v-.438h-.438v-.438h-.437v-.438H.438v1.75h.438v.438h5.25v-.438h.438v-1.75z" fill="#6be473"/>
	<path d="M1.75 5.25h-.437v.438h.438zm-.438-.438H.875v.438h.438zM5.25 6.125v-.438h-.438v.438h-.874v-.438h-.875v.438h-.875v-.438H1.75v.438H.875v.438h5.25v-.438zm.438-.875H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438.875h-.438v.438h.438z" fill="#008456"/>
	<path d="M2.625 3.938h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438-.875h-.438v.438h.438zm.875-.438h-.438v.438h.438zm.438-.875h-.438v.875h.438zM3.94 4.813h-.877v.438h.875z" fill="#ff1c90"/>
	<path d="M4.375 5.25h-.437v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-4.813.001v.875h.438v-.438h1.313v-.438zm.438-3.5H.438v.875h.438zM2.189.437H.875v.438h1.313zm.875.438h-.439v.438h.438zm.875-.438h-.876v.438h.875zm1.313 0h-.438v.875h.438V.875h.875V.438z" fill="#f0f0f0"/>
`;function or(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Qh}
	</svg>`}var ec=I`
	<path d="M3.063.875v.438h.875V.875zm.875-.438v.438h1.75V.438zm1.75.438v.438h.438V.875zm.438.438v.438h.438v-.438zm.438.438v2.188h.438V1.75zm-.438 2.188v.875h.438v-.876zm-.438.875v.438h.438v-.438zm-.875.438v.438h.875v-.438zm-.875.438v.438h.875V5.69zm-.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M6.563 1.75h-.438v-.437h-.438V.875H3.938v.438h-.875V.875h-1.75v.438H.875v.438H.438v2.188h.438v.875h.438v.438h.875v.438h.875v.438h.875V5.69h.875v-.438h.875v-.438h.438v-.876h.438z" fill="#ff7fc0"/>
	<path d="M6.563 1.75h-.438v2.188h.438zm-.438 2.188h-.438v.875h.438zm-4.812 0H.875v.875h.438zm4.375.875h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875z" fill="#ff1b90"/>
	<path d="M1.313.438v.438h1.75V.438zM.875.875v.438h.438V.875zm-.437.438v.438h.438v-.438zM0 1.75v2.188h.438V1.75zm.438 2.188v.875h.438v-.875zm.438.875v.438h.438v-.438zm.438.438v.438h.875v-.438zm.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M1.313.875v.438h1.75V.875zm2.625 0v.438h1.75V.875zm-.875.438v.438h.875v-.438z" fill="#f0f0f0"/>
	<path opacity=".6" d="M4.813 2.625v-.437h-.875v.438h-.875v-.438h-.875v.438H1.75v1.313h.438v.438h.879v.438h.875v-.438h.871v-.439h.438V2.625z" fill="#fff"/>
	<path d="M5.688 1.313v.438h.438v-.438zm-4.813 0v.438h.438v-.438zm.438.438v.438h.438V1.75zM.438 1.75v.875h.438V1.75z" fill="#f0f0f0"/>
`;function ar(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ec}
	</svg>`}var tc=I`
	<path d="M6.125 2.625v.438H4.812v-.438h-.438v-.437h-.436V.875h.438V.438H.438v.438h.875v.438h.438v.438h.875v.875h-.438v.438H1.75v.875h-.437v.875H.875v.875H.438v.875h1.313v-.438h.875v-.438h.438v-.438h.438v-.438h.875v-.438h.438v-.437h.438v.438h.438v.438h.438v.438h.438V2.625z" fill="#ffe361"/>
	<path d="M6.125 0H4.812v.438h1.313zM1.75 6.563H.438v.438h1.313zm.875-.438H1.75v.438h.875zM1.313.875H.438v.438h.875zm.438.875v.438h.438v.438h.438V1.75zm0 1.313h-.438v.875h.438zm-.438.875H.875v.875h.438zm-.438.875H.438v.875h.438zm-.438.875H0v.875h.438zm3.938-.875H3.5v.438h.875zm0-4.813H.438v.438h3.938z" fill="#000"/>
	<path d="M4.375.438H.438v.438h3.938z" fill="#f0f0f0"/>
	<path d="M6.125 2.625H4.812v.438h1.313zM4.812.437h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813.875h-.438v.875h.438zM6.126.437H4.813v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.125 2.188H4.812v.438h1.313z" fill="#ba3500"/>
	<path d="M.438.438H0v.438h.438zm1.313.875h-.438v.438h.438zm.438 1.313H1.75v.438h.438zM6.564.438h-.438v.438h.438zm.438.438h-.438v1.313h.438z" fill="#000"/>
	<path d="M6.563.875h-.438v1.313h.438z" fill="#ba3500"/>
	<path d="M7 2.625h-.438V5.25H7z" fill="#000"/>
	<path d="M6.563 2.625h-.438V5.25h.438z" fill="#ffb84b"/>
	<path d="M6.563 2.188h-.438v.438h.438zM4.375.875h-.437v1.313h.438zm.438 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813 1.75h-.438v.438h.438z" fill="#ba3500"/>
	<path d="M3.063 5.688h-.438v.438h.438z" fill="#000"/>
	<path d="M4.375 3.063v.438h-.437v.438H3.5v.438h-.437v.438h-.438v.438h-.437v.438H1.75v.438h.875v-.438h.438v-.438h.438v-.438h.875v-.438h.438V3.063zM1.75 6.126h-.437v.438h.438z" fill="#ffb84b"/>
	<path d="M3.5 5.25h-.437v.438h.438z" fill="#000"/>
	<path d="M2.188 3.063H1.75v.438h.438zm.438-.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.188h-.438v.438h.438zm.438-.438h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M2.625 3.5h-.437v.438h.438zm-.875.438h-.437v.438h.438zm-.438.875H.875v.438h.438zm-.438.875H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.813 4.375h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438z" fill="#000"/>
	<path d="M6.125.875H4.812v1.313h1.313z" fill="#fd6214"/>
`;function nr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${tc}
	</svg>`}var ic=I`
	<path d="M6.563 0.876V0.437H3.937v0.437H1.313v2.187H0.437v2.187h5.25v-2.186h0.876z" fill="#bcef42"/>
	<path d="M4.813 5.687v-0.437H2.187v0.437z" fill="#7fb134"/>
	<path d="M6.563 0.876V0.437H3.937v0.437zm-2.626 0.437V0.876H2.187v0.437z" fill="#fff"/>
	<path d="M1.313 4.813v0.437h0.876v-0.437zm4.376 -0.437h-0.437v0.876h0.437zm0.876 -2.187h-0.437v0.876h0.437zm-0.437 0.876h-0.437v1.313h0.437z" fill="#7fb134"/>
	<path d="M7 0.437h-0.437v2.626H7z" fill="#000"/>
	<path d="M1.313 3.937H0.876v2.626h0.437z" fill="#4a8359"/>
	<path d="M6.563 0H3.937v0.437h2.626zM4.813 5.687H2.187v0.437h2.626zM3.937 0.437H2.187v0.437h1.75zM2.187 0.876h-0.874v0.437h0.876zm-0.874 0.437H0.876v0.876h0.437zM0.437 3.063H0v2.187h0.437v1.313h0.437V5.25H0.437zh0.437v-0.876H0.437zm5.25 2.187h-0.876v0.437h0.876zm0.437 -0.876h-0.437v0.876h0.437zh0.437V3.063h-0.437zM1.75 5.687h0.437v-0.437h-0.874v1.313h0.437zm-0.437 0.876H0.876V7h0.437z" fill="#000"/>
	<path d="M0.876 3.063h0.437v-0.876H0.876zm-0.438 0.874h0.437v-0.874H0.437zm1.75 -2.626h-0.874v0.876h0.437v-0.437h0.437z" fill="#fff"/>
	<path d="M1.75 3.5h0.876v-0.437h-0.876zm0.876 -0.437h0.876v-0.437h-0.876zm0.876 -0.437h0.876v-0.438H3.5zm0.876 -0.437h0.437v-0.438h-0.437zm0.437 -0.437h0.437v-0.438H4.814z" fill="#4a8359"/>
	<path d="M2.187 1.75v0.437h0.437v-0.437z" fill="#fff"/>
	<path d="M1.313 3.5v0.437h0.437V3.5z" fill="#4a8359"/>
`;function lr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ic}
	</svg>`}var sc=I`
	<path d="M2.188 2.625H1.75v.438H.875v.875H3.5v.875h-.437v.438h-.438v.438h-.437v.438H1.75v.438h.875v-.438h.438v-.438h.438v-.438h.438v-.438h.875v-.438h.438v-.437h.875v-.875H3.063v-.438h.438v-.437h.438V1.75h.438v-.437H3.5v.438h-.437v.438h-.875z" fill="#ffe361"/>
	<path d="M.438 3.063H0v.875h.438z" fill="#000"/>
	<path d="M.875 3.063H.438v.875h.438z" fill="#f0f0f0"/>
	<path d="M7 3.063h-.438v.875H7zm-5.687-.438H.438v.438h.875zm1.313-.875H1.75v.438h.875zm-.876.438h-.437v.438h.438z" fill="#000"/>
	<path d="M1.75 2.625h-.437v.438h.438zm.438-.438H1.75v.438h.438zm.438.438h-.438v.438h.438zm.438-.875h-.439v.438h.438zm.438-.438h-.439v.438h.438zm0 3.063h-.439v.438h.438zm-.438.438h-.439v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438H1.75v.438h.438zm-.438.438h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M5.25.875h-.438v.438h.438zm.438 3.063H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-.875.438h-.437v.438h.438zm-.438.438H3.5v.438h.438zm2.625-1.75h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M6.563 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.813 1.313h-.438v.438h.438zm-.438.438h-.437v.438h.438zm-.437.437H3.5v.438h.438zm-.438.437h-.437v.438h.438z" fill="#ffb84b"/>
	<path d="M4.375.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938.875h-.875v.438h.875zm-.875.438h-.438v.438h.438zM5.688 0H4.375v.438h1.313z" fill="#000"/>
	<path d="M5.688.438H4.375v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.563 2.625H3.5v.438h3.063zM4.375.437h-.437v.438h.438zm1.75 0h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.435v.438h.438zm2.188 1.75h-.875v.438h.875zm-1.313.875h-.875v.438h.875zm.438-.438h-.438v.438h.438zm-1.75 1.313h-.873v.438h.875zm.438-.438h-.436v.438h.438zm-1.75 1.313H1.313v.438h1.313zm.875-2.625H.438v.438h3.063zm-.438 2.188h-.436v.438h.438zm-1.75 0H.875v.438h.438zm.438-.438h-.436v.438h.438zm.438-.438H1.75v.438h.438zm.438-.438h-.437v.438h.438zm.438-.438h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813.875h-.438v.438h.438z" fill="#ffe361"/>
`;function hr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${sc}
	</svg>`}var rc=I`
	<path d="M6.125 1.75v-.437H5.25V.438H3.5v.438h-.437v.438h-.438V.875H1.313v.438H.875v1.75H.438v1.313h.438v-.438h.438V3.5h2.188v-.875h.438v-.437h2.188v.438h.438V1.75z" fill="#b79cf8"/>
	<path d="M3.938 2.625v.438H3.5v.875h.438v.875h.875v.438h1.313v-.438h.438V2.625z" fill="#9af4dc"/>
	<path d="M1.75 4.375v1.75h.438v.438h1.313v-.438h.438v-1.75z" fill="#9af4dc"/>
	<path d="M3.5 6.125H2.188v.438h1.313zm2.625-1.313H4.812v.438h1.313zm.438-.438h-.438v.438h.438zM3.938 5.687H3.5v.438h.438z" fill="#6c9ca6"/>
	<path d="M3.938 3.063H3.5v.438h.438zm.875.438h-.438v.438h.438zm1.313-.875H3.938v.438h2.188z" fill="#f0f0f0"/>
	<path d="M3.5.438h-.437v.438h.438zm3.063.875h-.438v.438h.438zm-.438 2.188h-.438v.875h.438zm-2.187-.876H3.5v.438h.438z" fill="#000"/>
	<path d="M3.938 2.188H3.5v.438h.438z" fill="#816bee"/>
	<path d="M1.313 3.938H.875v.438h.438zm1.75 1.75h-.438v.438h.438zm-.438-.438h-.437v.438h.438z" fill="#000"/>
	<path d="M2.625 5.25h-.437v.438h.438zm3.063-.875H5.25v.438h.438zm-.438-.438h-.438v.438h.438zM2.187 6.125H1.75v.438h.438zm1.75 0H3.5v.438h.438zM.874 4.375H.438v.438h.438zm.438 1.75H.875v.438h.438zm-.438.438H.438v.438h.438zM6.563 1.75v.875h-.438v.438h.438v1.75h.438V1.75zM5.688.875V.438H5.25v.875h.875V.875zM2.625.438H1.313v.438h1.313zm3.063 2.625H4.375v.438h1.313zM3.063 4.376H1.75v.438h1.313zm.438 2.188H2.188v.438h1.313zM3.063.875h-.438v.438h.438zm-1.75 0H.875v.438h.438z" fill="#000"/>
	<path d="M2.625.875H1.313v.438h1.313zm.438.438h-.438v.438h.438zm-1.313.875h-.437v.438h.438zm-.875.875H.438v.438h.438zm.438-1.75H.875v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.125 5.25H4.812v.438h1.313zm-1.75-.438V3.5h-.437v.438H3.5v.438h.438v1.75h.438v-.875h.438v-.438zm2.188 0h-.438v.438h.438zM.875 1.313H.438v1.75h.438zm-.437 1.75H0v1.313h.438zm1.313 1.75h-.438v1.313h.438zm1.75 0h-.438v.875h.438zm-3.063 0H0v1.75h.438zM5.25 0H3.5v.438h1.75z" fill="#000"/>
	<path d="M3.5.875h-.437v.438h.438zM5.25.437H3.5v.438h1.75z" fill="#f0f0f0"/>
	<path d="M6.125 2.188H3.938v.438h2.188z" fill="#000"/>
	<path d="M6.125 1.75v-.437h-.438v.438H3.938v.438h2.188v.438h.438V1.75z" fill="#816bee"/>
	<path d="M2.188 4.813H1.75v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.625v.438h-1.75v.438h2.188v-.876z" fill="#816bee"/>
	<path d="M3.063 3.063v.438h-1.75v.438h2.188v-.876z" fill="#000"/>
	<path d="M1.313 3.5H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#816bee"/>
	<path d="M1.313 3.938v.438H.875v.438H.438v1.75h.438v-.438h.438V4.813h.438v-.438h1.75v-.437z" fill="#9af4dc"/>
	<path d="M1.313 4.375H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.313 5.688H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#6c9ca6"/>
	<path d="M3.5 3.938H1.313v.438h2.188z" fill="#f0f0f0"/>
`;function cr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${rc}
	</svg>`}var oc=I`
	<path d="M6.125 2.188v-.875h-.438V.875h-.438V.438h-.875v.438h.438v.438h.438v1.75h-.438v.438h-.438v.438H2.625V3.5h-.437v-.437H1.75v-1.75h.438V.875h.438V.438H1.75v.438h-.437v.438H.875v.875H.438v2.625h.438v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h.438V2.188z" fill="#b79cf8"/>
	<path d="M2.625 0H1.75v.438h.875zM.875 1.313H.438v.875h.438zm1.313 0H1.75v1.75h.438zm2.188 2.188H2.625v.438h1.75z" fill="#000"/>
	<path d="M4.375 3.938h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M.438 2.188H0v2.625h.438zm4.375 4.375H2.188v.438h2.625z" fill="#000"/>
	<path d="M.875 4.375H.438v.438h.438zm4.813.875h-.875v.438H2.188V5.25h-.875v-.438H.875v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h-.438zm.875-.875h-.438v.438h.438z" fill="#816bee"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438z" fill="#000"/>
	<path d="M2.625.438H1.75v.438h.875zM1.75.875h-.437v.438h.438zm-.437.438H.875v.438h.438zm-.438.875H.438v.438h.438zm.438.438H.875v.438h.438zm.875.438H1.75v.438h.438zm.438.438h-.438v.438h.438zm2.625-.438h-.438v.438h.438zM4.813.439h-.438v.438h.438zm0 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063.438h-.438v.438h.438zm-.438.437h-.437v.438h.438zm0 2.188h-.437v.438h.438zm-1.75 1.75H.438v.875h.438zm.438.875H.875v.438h.438zM5.251 0h-.875v.438h.875zm.438 6.125h-.875v.438h.875zm-3.5 0h-.876v.438h.875zm4.374-4.812h-.438v.875h.438zm-1.313 0h-.438v1.75h.438zM7 2.188h-.438v2.625H7zM5.687.438h-.438v.438h.438zm.438.438h-.438v.438h.438zM4.375.438h-.437v.438h.438zm.438.438h-.438v.438h.438zm0 2.188h-.438v.438h.438zm1.75 1.75h-.438v.875h.438zm-.438.875h-.438v.438h.438z" fill="#000"/>
	<path d="M2.188.875H1.75v.438h.438z" fill="#b79cf8"/>
`;function dr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${oc}
	</svg>`}var ac=I`
	<path d="M4.813 5.25v-.875h-.438v-.437h-1.75v.438h-.437v.875H1.75v1.313h3.5V5.251z" fill="#ffe361"/>
	<path d="M6.125 1.313V.875H5.25V.438h-3.5v.438H.875v.438H.438v2.625h.438v.438h.875v-.439h3.5v.438h.875v-.438h.438V1.313z" fill="#ff2c52"/>
	<path d="M5.25 0h-3.5v.438h3.5z" fill="#000"/>
	<path d="M5.25.438h-3.5v.438h3.5zm-3.5.437H.875v.438h.875zm4.375 0H5.25v.438h.875z" fill="#fff"/>
	<path d="M5.25 6.563h-3.5v.438h3.5zM.438 1.313H0v2.625h.438zM1.751.438H.875v.438h.875z" fill="#000"/>
	<path d="M.875 3.063v-1.75H.438v2.625h.875v-.875z" fill="#fff"/>
	<path d="M6.563 1.313h-.438v2.625h.438z" fill="#be0351"/>
	<path d="M6.563 2.625h-.875V3.5h.875zM5.25.875h-.875v.875h.875z" fill="#fff"/>
	<path opacity=".5" d="M6.563 2.625h-.438V3.5h.438z" fill="#be0351"/>
	<path d="M4.375 3.063h-1.75v.438h1.75zm.875.438h-.875v.438h.875zM2.625 3.5H1.75v.438h.875z" fill="#be0351"/>
	<path d="M2.625 4.375h-.437v.875h.438z" fill="#fff"/>
	<path d="M4.813 4.375h-.438v.875h.438zm0 .875v.875H1.75v.438h3.5V5.25z" fill="#ffb84b"/>
	<path d="M2.188 5.25H1.75v.875h.438z" fill="#fff"/>
	<path d="M1.75 3.938H.875v.438h.875zm4.375 0H5.25v.438h.875z" fill="#be0351"/>
	<path d="M3.5 2.625h-.875V3.5H3.5z" fill="#fff"/>
	<path opacity=".5" d="M3.5 3.063h-.875v.438H3.5z" fill="#be0351"/>
	<path d="M4.375 3.5h-1.75v.438h1.75z" fill="#000"/>
	<path d="M4.375 3.938h-1.75v.438h1.75z" fill="#fff"/>
	<path d="M.875.875H.438v.438h.438z" fill="#000"/>
	<path d="M2.188 1.313H1.75v.438h.438z" fill="#fff"/>
	<path d="M1.75 5.25h-.437v1.313h.438zm.438-.875h.438v-.437H1.75v.438H.875v.438h.875v.438h.438zM.875 3.938H.438v.438h.438zM7 1.313h-.438v2.625H7zM6.125.438H5.25v.438h.875zm.438.438h-.438v.438h.438zm-.438 3.5H5.25v-.438h-.875v.438h.438v.875h.438v1.313h.438V5.251h-.438v-.438h.875zh.438v-.438h-.438z" fill="#000"/>
`;function mr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ac}
	</svg>`}var nc=I`
	<path d="M6.125 3.063v-.438H5.25v-.437h-.438V1.75h-.438V.875h-.436V.438h-.875v.438h-.438v.875h-.437v.438H1.75v.438H.875v.438H.438v.875h.438v.438h.875v.438h.438v.438h.438v.875h.438v.438h.875v-.438h.438v-.875h.438v-.438h.438v-.438h.875v-.44h.438v-.875z" fill="#47baff"/>
	<path d="M4.813 3.063h-.875v-.438h-.875v.438h-.875v.875h.875v.438h.875v-.438h.875z" fill="#b5e3ff"/>
	<path d="M1.313 0H.438v.438h.875zm.875.438h-.875v.438h.875zm-.438 1.75H.875v.438h.875zM.438.438H0v.875h.438z" fill="#000"/>
	<path d="M1.313.438H.438v.875h.438V.875h.438z" fill="#f0f0f0"/>
	<path d="M.438 3.063H0v.875h.438zM7.001.438h-.438v.875h.438zm-.438.875h-.438v.875h.438zm-5.688 0H.438v.875h.438zm1.75-.438h-.437v.875h.438zm2.188 0h-.438v.875h.438zM3.063.438h-.438v.438h.438z" fill="#000"/>
	<path d="M3.063.875h-.438v.438h.438zm.438.438h-.438v.438h.438zm-1.313.875H1.75v.438h.438zm-.875.437H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.313 6.563v-.438h.875V5.25H1.75v-.438H.875v.875H.438v.875z" fill="#b79cf8"/>
	<path d="M.875 5.688H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.188 1.75H1.75v.438h.438z" fill="#000"/>
	<path d="M2.188.875H.875v1.313h.875V1.75h.438zm3.938 1.313V.875H4.813v.875h.438v.438z" fill="#b79cf8"/>
	<path d="M2.188.875H1.75v.875h.438zm-.438.875h-.437v.438h.438zm4.375-.438h-.438v.875h.438zm.438-.438h-.438v.438h.438z" fill="#816bee"/>
	<path d="M5.688 6.563v-.438h-.875V5.25h.438v-.438h.875v.875h.438v.875z" fill="#b79cf8"/>
	<path d="M6.563 5.688h-.438v.438h.438zm-.438-.875h-.438v.438h.438z" fill="#816bee"/>
	<path d="M.875 2.625H.438v.438h.438zM7 3.063h-.438v.875H7zm-.438-.438h-.438v.438h.438zM4.374.437h-.436v.438h.438zm.875 1.313h-.438v.438h.438zM3.938 0h-.875v.438h.875z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875zm0 2.625h-.875v.875h.875zM6.563.438h-.875v.438h.875zm-.875.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 2.188h-.875v.438h.875zm0 2.188h-.875v.438h.875zM6.563.001h-.875v.438h.875zm-.875.438h-.875v.438h.875zm.438 1.75h-.875v.438h.875zM1.313 6.563H.438v.438h.875zm.875-.438h-.875v.438h.875zm-.438-1.75H.875v.438h.875zM.437 5.688H0v.875h.438zm6.563 0h-.438v.875H7zm-.438-.875h-.438v.875h.438zm-5.687 0H.438v.875h.438zm1.75.438h-.437v.875h.438zm2.188 0h-.438v.875h.438zm-1.75.875h-.438v.438h.438zm-.875-1.313H1.75v.438h.438z" fill="#000"/>
	<path d="M2.188 5.25H1.75v.875h.438zm-.438-.438h-.437v.438h.438z" fill="#816bee"/>
	<path d="M.875 3.938H.438v.438h.438zm1.313-.875H1.75v.875h.438zm.875-.438h-.875v.438h.875zm0 1.313h-.875v.438h.875zm2.188-.875h-.438v.875h.438zm-.438-.438h-.875v.438h.875zm0 1.313h-.875v.438h.875zm1.75 0h-.438v.438h.438z" fill="#000"/>
	<path d="M6.563 3.063h-.438v.875h.438zm-.438-.438h-.438v.438h.438zm0 1.313h-.438v.438h.438zm-.875 0h-.438v.438h.438zm-1.313.875h-.874v.438h.875zm.438-.438h-.437v.438h.438zm-1.313 0h-.437v.438h.438zm.875 1.75h-.874v.438h.875zm.438-.438h-.437v.438h.438zm-1.313 0h-.437v.438h.438zm-.874-1.749H1.75v.438h.438zM.875 3.5H.438v.438h.438zm.438.438H.875v.438h.438z" fill="#4282d8"/>
	<path d="M4.375 6.125h-.437v.438h.438zm.875-1.313h-.438v.438h.438zm-1.313 1.75h-.874V7h.875zm2.625 0h-.875V7h.875zm-.875-.438h-.875v.438h.875zm.438-1.75H5.25v.438h.875z" fill="#000"/>
`;function pr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${nc}
	</svg>`}var lc=I`
	<path d="M3.938.438h-.875v1.75h.875zm.875 2.625v-.438h-.438v-.437h-1.75v.438h-.437v.438H.438v.875h1.75v.438h.438v.438h.438v1.75h.875v-1.75h.438v-.438h.438v-.439h1.75v-.875z" fill="#bcef42"/>
	<path d="M1.75 0h-.437v.438h.438zm.875 2.188h-.437v.438h.438zm2.188 0h-.438v.438h.438zM5.688 0H5.25v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zM3.938 0h-.875v.438h.875z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 1.313h-.875v.438h.875zm0 .438h-.875v.438h.875z" fill="#7fb134"/>
	<path d="M3.938 5.25h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 6.125h-.875v.438h.875zm0-1.313h-.875v.438h.875z" fill="#7fb134"/>
	<path d="M3.938 2.625h-.875v.438h.875zm0 1.313h-.875v.438h.875zm.438-.875h-.438v.875h.438z" fill="#000"/>
	<path d="M5.25 3.063h-.438v.875h.438z" fill="#7fb134"/>
	<path d="M3.063 3.063h-.438v.875h.438z" fill="#000"/>
	<path d="M2.625 2.625h-.437V3.5h.438z" fill="#f0f0f0"/>
	<path d="M1.313.438H.875v.438h.438z" fill="#000"/>
	<path d="M1.313.438v.438H.875v.438H.438v.438h1.313V.438z" fill="#6be473"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.75 1.313H.438v.438h1.313z" fill="#008456"/>
	<path d="M5.25 5.25v1.313h.438v-.438h.438v-.438h.438v-.438zm-4.812 0v.438h.438v.438h.438v.438h.438V5.251z" fill="#6be473"/>
	<path d="M1.75 5.25H.438v.438h1.313z" fill="#f0f0f0"/>
	<path d="M1.313 5.688v.875h.438v-.875z" fill="#008456"/>
	<path d="M6.125 1.313V.875h-.438V.438h-.438v1.313h1.313v-.438z" fill="#6be473"/>
	<path d="M5.688.438H5.25v.438h.438zm0 2.625H5.25v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.563 3.5H5.25v.438h1.313z" fill="#7fb134"/>
	<path d="M6.563 1.313H5.25v.438h1.313z" fill="#008456"/>
	<path d="M.875.875H.438v.438h.438zM3.063.437h-.438v1.75h.438zm1.313 0h-.438v1.75h.438zm2.625 2.625h-.438v.875h.438zm-.438-.438h-1.75v.438h1.75zm0 1.313h-1.75v.438h1.75zM.438 3.063H0v.875h.438zm1.75-.438H.438v.438h1.75z" fill="#000"/>
	<path d="M1.75 3.063H.438v.875h.438V3.5h.875z" fill="#f0f0f0"/>
	<path d="M2.188 3.938H.438v.438h1.75zM.438 1.313H0v.438h.438zm1.313 5.25h-.438v.438h.438zm.875-2.188h-.438v.438h.438z" fill="#000"/>
	<path d="M1.75 3.5h-.437v.438h.438zm.438-.438H1.75v.875h.438z" fill="#7fb134"/>
	<path d="M2.188 3.063H1.75v.875h.438z" fill="#3f581a"/>
	<path d="M4.375 4.375h-1.75v.438h1.75z" fill="#7fb134"/>
	<path d="M4.375 2.188h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M4.813 4.375h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813 3.938h-.438v.438h.438z" fill="#7fb134"/>
	<path d="M5.688 6.563H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zM3.939 6.562h-.876V7h.875zm-2.625-.438H.875v.438h.438zm-.438-.438H.438v.438h.438zm2.188-.875h-.439v1.75h.438zm1.313 0h-.439v1.75h.438zM1.75 1.75H.438v.438h1.75V.438H1.75zm3.5 0V.438h-.438v1.75h1.75V1.75z" fill="#000"/>
	<path d="M.438 4.813v.438h1.313v1.313h.438v-1.75zm4.375 0v1.75h.438V5.25h1.313v-.438zM.438 5.25H0v.438h.438z" fill="#000"/>
	<path d="M5.688 6.125H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438z" fill="#008456"/>
	<path d="M5.688 5.25H5.25v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938 3.063h-.875v.875h.875z" fill="#7fb134"/>
	<path d="M3.938 1.75h-.875v.438h.875zm0 3.063h-.875v.438h.875zm1.313-1.75h-.438v.875h.438z" fill="#3f581a"/>
`;function fr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${lc}
	</svg>`}var hc=I`
	<path d="M4.813 4.375h.438v-.437h1.313V3.5H5.251v-.437h-.438V1.75h.875v-.437H4.375v.438H3.063v-.438h-.438V.875H1.75v.438h-.437v.438H.875v.438H.438v2.625h.438v.438h.438v.438h.438v-.875h1.75v.438h-.439v.438h.438v.438h.875v-.438h1.313v-.438h-.875z" fill="#54cfff"/>
	<path d="M3.938 4.813H3.5v.438h.438zm1.75.438H5.25v.438h.438zm.875-1.75h-.438v.438h.438zM5.25 3.063h-.438v.438h.438zM1.312 4.376H.875v.438h.438zm.438.438h-.437v.875h.438zm2.625.875H3.063v.438h1.313zm0-1.313h-.437v.438h.438z" fill="#4282D8"/>
	<path d="M3.938 0H3.5v.438h.438zm.438.438h-.438v.438h.438zm-.876 0H1.75v.438H3.5zM1.75.875h-.437v.438h.438zm1.313 0h-.438v.438h.438zm.438.438h-.438v.438h.438zm.875 0h-.438v.438h.438zM5.689.875H4.376v.438h1.313zm.438.438h-.438v.438h.438zm-4.814 0H.875v.438h.438zm-.438.437H.438v.438h.438zm-.437.438H0v2.625h.438zm.875.438H.875v1.75h.438zm.438-.438h-.438v.438h.438zm2.188-.438H1.75v.438h2.188z" fill="#000"/>
	<path d="M3.938 1.75H3.5v.875h.438zm1.75 0h-.875v.438h.875z" fill="#000"/>
	<path d="M5.25 1.75h-.438v1.313h.438zm1.313 1.313H5.25v.438h1.313zm.438.438h-.438v.438h.438zm-2.625-.875h-.438v1.75h.438zm2.188 1.313H5.251v.438h1.313zm-1.313.438h-.438v.875h.438z" fill="#000"/>
	<path d="M5.688 4.813h-.875v.438h.875zm.438.438h-.438v.438h.438zm-.438.438H4.375v.438h1.313zm-1.313.438h-1.75v.438h1.75zM3.5 4.814H1.75v.438H3.5zm-.875 1.75h-.437v.438h.438zm-.438-.438H1.75v.438h.438zm-.438-.438h-.436v.438h.438zm.438-.438H1.75v.438h.438zm.875 0h-.437v.438h.438zm-1.75 0H.875v.438h.438zm-.438-.438H.438v.438h.438zm.875-.438h-.436v.438h.438zm2.188 0H3.5v.438h.438z" fill="#000"/>
	<path d="M3.938 2.625H3.5v-.437H1.75v.438h-.437v1.75h.438v.438h1.75v-.438h.438z" fill="#9af4dc"/>
	<path d="M3.5 4.375H1.75v.438H3.5zm-1.75-.437h-.437v.438h.438zm2.188 0H3.5v.438h.438z" fill="#6c9ca6"/>
	<path d="M1.75 2.625h-.437v.438h.438zm.875.438h-.437v.438h.438zm.875-.875H1.75v.438H3.5z" fill="#f0f0f0"/>
	<path d="M3.5 5.688h-.437v.438h.438z" fill="#000"/>
	<path d="M.875 2.188H.438v.875h.438zm.875-.875h-.437v.438h.438zm.875-.438H1.75v.438h.875zm3.063.438H4.375v.438h1.313zM3.938.438H3.5v.438h-.437v.438h.438v.438h.438v-.439h.438V.875h-.439zM2.625 5.25h-.437v.438H1.75v.438h.438v.438h.438v-.438h.438v-.438h-.439z" fill="#f0f0f0"/>
`;function ur(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${hc}
	</svg>`}var cc=I`
	<path d="M5.688 1.313V.875h-.875v.438h-.438V.875h-.437V.438h-.875v.438h-.438v.438h-.437V.875h-.875v.438H.875v1.75h.875v.438h.438v-.438h2.625v.438h.438v-.438h.875v-1.75z" fill="#d1cdd5"/>
	<path d="M6.125 3.938V3.5h-1.75v-.437h-1.75v.438H.875v.438H.438v1.313h.438v.438h1.75v.438h.438v.438h.875v-.438h.438V5.69h1.75v-.438h.438V3.938z" fill="#57595f"/>
	<path d="M3.938 0h-.875v.438h.875zm-.875.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438zm-1.313 0h-.438v.438h.438zM2.625.875h-.437v.438h.438zM2.188.438h-.875v.438h.875zm-1.313.875H.438v1.75h.438zm.438-.438H.875v.438h.438zM.875 3.5H.438v.438h.438zm-.437.438H0v1.313h.438zm.438 1.313H.438v.438h.438zm1.75.438H.875v.438h1.75zm.438.438h-.439v.438h.438zm.875.438h-.876v.438h.875zm.438-.438h-.439v.438h.438zm1.75-.438h-1.75v.438h1.75zm.438-.438h-.438v.438h.438zm.438-1.313h-.438v1.313h.438zM6.565 3.5h-.438v.438h.438zm0-2.188h-.438v1.75h.438zM2.188 3.5H1.75v.438h.438zm.438-.438h-.438V3.5h.438zm1.75-.438H2.625v.438h1.75zm.438.438h-.438V3.5h.438zm.438.438h-.438v.438h.438zm.438-.438h-.438V3.5h.875v-.437zm-4.377.001H.875v.438h.875v-.438z" fill="#000"/>
	<path d="M.875 4.813H.438v.438h.438zm.438.438H.875v.438h.438zm1.75.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm-.438.438h-.875v.438h.875zm2.188-.875h-.438v.438h.438zm.438-1.313h-.438v1.313h.438z" fill="#35363a"/>
	<path d="M1.313 2.625H.875v.438h.438zm.875.438H1.75v.438h.438zm3.063 0h-.438v.438h.438zm-2.626-.438h-.437v.438h.438zm2.188 0h-.438v.438h.438z" fill="#847d8b"/>
	<path d="M5.25 3.063h-.438v.438h.438zm-.875-.875h-1.75v.438h1.75zm1.75-.438h-.438v1.313h.438z" fill="#847d8b"/>
	<path d="M1.75 1.75h-.437v.438h.438zm-.437-.437H.875v.438h.438zm.875-.438h-.875v.438h.875zm.875 0h-.438v.438h.438zm.875-.438h-.875v.438h.875zm.438.438h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M.875 3.938H.438v.438h.438zm.438-.438H.875v.438h.438zm1.313 0h-.438v.438h.438zm1.75-.438H2.625V3.5h1.75zm.875.875h-.438v.438h.438zm.875-.438h-.875v.438h.875z" fill="#d8d8d8"/>
`;function vr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${cc}
	</svg>`}var dc=I`
	<path d="M6.125 1.75v-.437h-.438V.875h-.438V.438H2.625v.438H1.75v.438h-.437v.438H.875v.875H.438v2.188h.438v.438h.438v.438h.438v.438h.438v.438h2.188v-.438h.875v-.438h.438v-.438h.438v-.875h.438V1.75z" fill="#bcef42"/>
	<path d="M6.563.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M1.313 5.688H.438v.438h.875z" fill="#bcef42"/>
	<path d="M1.75 6.125H.438v.438h1.313z" fill="#7fb134"/>
	<path d="M6.563 3.5h-.438v.875h.438z" fill="#816bee"/>
	<path d="M5.25.438H2.625v.438H5.25z" fill="#f0f0f0"/>
	<path d="M5.25.875H2.625v.438H5.25z" fill="#b79cf8"/>
	<path d="M4.375 6.125H2.188v.438h2.188z" fill="#816bee"/>
	<path d="M6.563.875h-.438v.438h.438z" fill="#bcef42"/>
	<path d="M2.625 2.188h-.437v.438h.438zM1.313 1.75H.875v.438h.438zm.438-.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.625 1.313h-.437v.438h.438zm3.063 0H5.25v.438h.438z" fill="#b79cf8"/>
	<path d="M2.188.875H1.75v.438h.438zm.875 1.75h-.438v.438h.438zM.875 5.25H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.125 4.813h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438z" fill="#816bee"/>
	<path d="M6.563.438v.875h-.438V.875h-.438v.438h.438v.438h.438v2.625h.438V.438zm-5.25.875H.875v.438h.438zm.438-.438h.875V.438H1.75zh-.438v.438h.438zm4.813 3.5h-.438v.875h.438zM.875 1.75H.438v.875h.438zM5.25 6.125h-.875v.438h.875zm.875-.875h-.438v.438h.438zm-4.812 0H.875v.438h.438zm.438.438h-.438v.438h.438zm-.875-.875H.438v.438h.438zm4.813.875h-.438v.438h.438zM.438 2.625H0v3.938h.438z" fill="#000"/>
	<path d="M5.25.875h.438V.438h.875V0H2.625v.438H5.25zM2.188 6.563v-.438H1.75v.438H.438v.438h3.938v-.438z" fill="#000"/>
	<path d="M.875 2.625H.438V3.5h.438z" fill="#f0f0f0"/>
	<path d="M4.375 2.625H3.5v.438h.875zm-.438 1.75h-.874v.438h.875zm.875-1.313h-.438v.875h.438zm-3.5 1.75h.875v-.438H1.75V2.188h-.437zm3.5-3.063H3.063v.438h1.75zm-.438 3.5H2.625v.438h1.75zm2.188-3.063h-.438v1.313h.438zM.875 3.5H.438v1.313h.438zm1.313-1.75H1.75v.438h.438zm1.313 1.313h-.438v.438h.438zm-.438.875h-.438v.438h.438zm-.438.875h-.437v.438h.438zm1.75-.875h-.437v.438h.438zm.438.875h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-2.188-1.75v-.437h-.438v.438h-.437v1.313h.438V2.625zm3.063-.875h-.438v.438h.438zm-.875.438h-.438v.438h.438zm.438.438h-.438v1.75h.438zM1.313 4.813H.875v.438h.438zm.438.438h-.438v.438h.438zm.438.438H1.75v.438h.438z" fill="#b79cf8"/>
`;function gr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${dc}
	</svg>`}var mc=I`
	<path d="M6.125 1.75v-.437h-.438V.875h-.438V.438H1.75v.438h-.437v.438H.875v.438H.438v2.625h.438v.438h.438v.438h.438v.875h.438v.438h2.625v-.438h.438v-.875h.438v-.438h.438v-.438h.438V1.75z" fill="#d1cdd5"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438zm-.438.438H.438v.438h.438zm.875 3.938h-.437v.875h.438zm-.438-.438H.875v.438h.438zm.875 1.313H1.75v.438h.438zM.874 4.376H.438v.438h.438z" fill="#000"/>
	<path d="M1.75 4.813h-.437v.438h.438zm.438.875H1.75v.438h.438zm-.875-1.313H.875v.438h.438zm1.75-1.313H1.75v1.313h1.313z" fill="#847d8b"/>
	<path d="M3.063 3.5h-.875v.875h.875z" fill="#57595f"/>
	<path d="M5.25 3.063H3.938v1.313h1.313z" fill="#847d8b"/>
	<path d="M5.25 3.5h-.875v.875h.875z" fill="#57595f"/>
	<path d="M5.25 5.254h.438v-.438H5.25zm-.438.875h.438v-.438h-.438zm.875-1.313h.438v-.438h-.438z" fill="#847d8b"/>
	<path d="M.438 1.75H0v2.625h.438z" fill="#000"/>
	<path d="M.875 1.75H.438v2.625h.438z" fill="#fff"/>
	<path d="M5.25.879h.438V.441H5.25zm.438.438h.438V.879h-.438zm.438.438h.438v-.438h-.438zM5.251 6.13h.438v-.875h-.438zm.438-.875h.438v-.438h-.438zm-.875 1.313h.438V6.13h-.438zm1.313-1.75h.438V4.38h-.438zm.438-.438h.438V1.755h-.438z" fill="#000"/>
	<path d="M6.125 4.379h.438V1.754h-.438z" fill="#847d8b"/>
	<path d="M1.75 0v.438h3.5V0z" fill="#000"/>
	<path d="M1.75.875h-.437v.438h.438zm-.437.438H.875v.438h.438zm.438.438h-.438v.438h.438zm3.5-.433h.438V.88h-.438zm.438.438h.438v-.438h-.438zM1.75.438v.438h3.5V.438z" fill="#fff"/>
	<path d="M2.188 6.563v.438h2.625v-.438z" fill="#000"/>
	<path d="M2.188 6.125v.438h2.625v-.438z" fill="#847d8b"/>
	<path d="M3.063 5.688h-.438v.875h.438zm1.313 0h-.438v.875h.438z" fill="#57595f"/>
`;function br(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${mc}
	</svg>`}var pc=I`
	<path d="M3.063 0H1.75v.438h1.313zm1.75.438h-1.75v.438h1.75zm-.875 2.187H3.5v1.75h.438zm-3.5-.437H0v2.625h.438zM6.563.875h-1.75v.438h1.75z" fill="#000"/>
	<path d="M3.063.438H1.75v.438h1.313zm1.75.438h-1.75v.438h1.75zm1.75.438h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M3.063 6.563H1.75v.438h1.313z" fill="#000"/>
	<path d="M2.625 6.125v-.438h-.437v-.875H1.75V2.188h.438v-.875h.438V.875H1.75v.438H.875v1.75H.438v1.75h.438v.875h.438v.438h.438v.438h1.313v-.438z" fill="#ffe361"/>
	<path d="M3.063 6.125H1.75v.438h1.313z" fill="#ffb84b"/>
	<path d="M4.813 6.125h-1.75v.438h1.75z" fill="#000"/>
	<path d="M4.375 5.688V5.25h-.437v-.875H3.5v-1.75h.438V1.75h.438v-.437H3.063v.438h-.438v1.313h-.437v1.75h.438v.875h.438v.438h1.75v-.438z" fill="#ffe361"/>
	<path d="M6.563 5.688h-1.75v.438h1.75zM1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438zm-.438.438H.438v.875h.438zm6.125 0h-.438v.438H7zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.875h.438zm.875 3.063h-.438v.438h.438zm-.438-.438h-.438v.438h.438zm-.438-.875h-.438v.875h.438zm-.438-.875h-.438v.875h.438zM1.747 6.127h-.434v.438h.438zm-.438-.438H.875v.438h.438zm-.438-.875H.438v.875h.438zm1.313-2.625H1.75v2.625h.438zM3.059.876h-.434v.438h.438zm-.434.437h-.437v.875h.438z" fill="#000"/>
	<path d="M.875 2.188H.438v.875h.438zm1.75 0h-.437v.875h.438z" fill="#f0f0f0"/>
	<path d="M2.188 1.313H1.75v.875h.438z" fill="#ffb84b"/>
	<path d="M4.813 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M1.75.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.625.875h-.437v.438h.438zm1.313.875H3.5v.875h.438zm.438-.438h-.438v.438h.438zm-2.188 3.5H1.75v.438h.438zm-.438.875h-.437v.438h.438zm-.438-.875H.875v.875h.438zm2.188.875v-.438h-.437v-.438h-.438v.875h.438v.438h1.75v-.438zm.438-1.313H3.5v.438h.438z" fill="#ffb84b"/>
	<path d="M4.375 5.688V5.25h-.437v-.875H3.5v-1.75h.438V1.75h.438v-.437H3.063v.438h-.438v1.313h-.437v1.75h.438v.875h.438v.438h1.75v-.438z" fill="url(#a)"/>
	<path d="M6.125 5.25v-.438h-.438v-.874h-.438v-.875h.438v-.875h.438V1.75H4.812v.438h-.438v.438h-.436v1.75h.438v.875h.438v.438h1.75v-.438z" fill="#ff2c52"/>
	<path d="M5.688 2.188H5.25v.875h.438zm.438-.438h-.438v.438h.438zm-.438 2.188H5.25v.438h.438zM5.25 5.251v-.438h-.875v.438h.438v.438h1.75v-.438z" fill="#be0351"/>
	<path d="M1.313 1.313H.875v.438h.438zm0 1.75H.875v.438h.438zm1.75-1.75h-.438v.438h.438zm1.75.438h-.438v.438h.438zm-.438.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.375 1.75h-.437v.875h.438zM3.062 5.688h-.437v.438h.438zm-.438-.875h-.436v.875h.438zm2.188.438h-.438v.438h.438zm-.438-.875h-.436v.875h.438z" fill="#000"/>
	<defs>
		<radialGradient id="a" cx=".75" cy=".5" r="1" fx=".75" fy=".5">
		<stop stop-color="#ff2c52" offset="30%"/>
		<stop stop-color="#ffe361" offset="70%"/>
		</radialGradient>
	</defs>
`;function yr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${pc}
	</svg>`}var fc=I`
	<path d="M4.813.438v.438h-.438v.438h-.437v.438H3.5v.438h-.437v.875h-.438v.438H3.5v.875h.438v-.44h.875V3.5h.438v-.437h.438v-.438h.438v-.437h.438V.438z" fill="#d1cdd5"/>
	<path d="M1.313 3.938h.438v.438h.875v.875h.438v.438h.875v.438h.875v-.875h-.876v-.438H3.5v-.438h-.437v-.438h-.438V3.5h-.437v-.437H1.75v-.875H.875v.875h.438z" fill="#ffe361"/>
	<path d="M2.188 4.813h-.875v.875h.875zm-.875.875H.438v.875h.875z" fill="#ffe361"/>
	<path d="M4.813.438h-.438v.438h.438zm-.438.438h-.437v.438h.438zm-.437.437H3.5v.438h.438zM3.5 1.75h-.437v.438h.438zm-.437.438h-.438v.875h.438zm-.875 0H1.75v.875h.438zm-1.313 0H.438v.875h.438zm.438.875H.875v.875h.438zm3.5.875h-.875v.438h.875zm0 .875h-.875v.438h.875zm.438.438h-.438v.875h.438z" fill="#000"/>
	<path d="M6.563.438h-.438v1.75h.438z" fill="#847d8b"/>
	<path d="M.438 5.688H0v.875h.438zm4.375.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875z" fill="#000"/>
	<path d="M2.188 5.25h-.875v.438h.875zm-.875.875H.438v.438h.875z" fill="#ffb84b"/>
	<path d="M1.313 6.125v.438h.438v-.438h.438v-.438h-.876zm1.313-.875v-.875H1.75v-.437h-.437v.875h.875v.875h.875V5.25zm-1.313 0v-.438H.875v.438H.438v.438h.875zm0 1.313H.438v.438h.875zM1.75 1.75H.875v.438h.875zm1.313 2.188v.438h.438V3.5h-.876v.438z" fill="#000"/>
	<path d="M5.688 1.313H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.436v.438h.438zm-.436.436H3.5v.438h.438z" fill="#847d8b"/>
	<path d="M3.063 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.75 3.5h-.437v.438h.438zm-.437-.875H.875v.438h.438zm.875 1.313H1.75v.438h.438zm.875.875h-.438v.438h.438zm.438.438h-.438v.438h.438zm.875.438h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M3.938 4.375H3.5v.438h.438zM2.625 3.063h-.437v.438h.438zm3.938-.875h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438-3.5V.44h1.75v1.75h.438V0z" fill="#000"/>
	<path d="M4.813 5.25h-.438v.438h.438zm-.875-.438H3.5v.438h.438zM3.5 4.374h-.437v.438h.438zm-.437-.436h-.438v.438h.438zM2.625 3.5h-.437v.438h.438zm-.437-.437H1.75v.438h.438zM3.5 2.188h-.437v.438h1.313v-.438h-.438V1.75H3.5zM4.375.875v.438h-.437v.438h1.313v-.438h-.438V.875zm1.75-.438H4.812v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.125 2.188h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.873.436H3.5v.438h.438z" fill="#847d8b"/>
	<path d="M1.75 2.188h-.437v.438h.438zm0 2.625h-.437v.438h.438zm-.875.875H.438v.438h.438z" fill="#f0f0f0"/>
`;function wr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${fc}
	</svg>`}var uc=I`
	<path d="M5.688 2.625v-.437H5.25V1.75h-.438v-.437h-.438V.875h-.436V.438h-.875v.438h-.438v.438h-.437v.438H1.75v.438h-.437v.438H.875v.875H.438v2.188h.438v.438h.875v.438h3.5v-.438h.875v-.438h.438V3.5h-.438v-.875z" fill="#0abbff"/>
	<path d="M3.063 0v.438h.875V0zm-.438.438v.438h.438V.438zm1.313 0v.438h.438V.438zm.438.438v.438h.438V.875zm.438.438v.438h.438v-.439zm.438.438v.438h.438v-.44zm.438.438v.438h.438v-.44zm.438.438v.875h.438v-.878zm-5.69-.003V3.5h.438v-.875zM0 3.5v2.188h.438V3.5zm6.563 0v2.188h.438V3.5zM2.188.875v.438h.438V.875zm-.438.438v.438h.438v-.438zm-.437.437v.438h.438V1.75zm-.438.438v.438h.438v-.438zm-.438 3.5v.438h.438v-.438zm5.688 0v.438h.438v-.438zm-4.375.875v.438h3.5v-.438z" fill="#000"/>
	<path d="M1.75 6.125v.438h3.5v-.438z" fill="#4282d8"/>
	<path d="M.875 6.125v.438h.875v-.438zm5.25.438v-.438H5.25v.438z" fill="#000"/>
	<path d="M3.063.438v.438h.875V.438z" fill="#fff"/>
	<path opacity=".5" d="M4.813 3.5v-.437h-.438v-.438h-.437v-.437h-.875v.438h-.438v.438h-.437v.438H1.75v1.313h.438v.438h2.625v-.438h.438V3.5z" fill="#fff"/>
	<path d="M2.625.875v.438h.438V.875zm-.437.438v.438h.438v-.438zm.438.438v.438h.438V1.75zM1.75 1.75v.438h.438V1.75zm-.437.438v.438h.438v-.438zm-.438.437V3.5h.438v-.875zM.438 3.5v.875h.438V3.5z" fill="#fff"/>
	<path d="M5.25 2.188v.438h.438v-.438zm.438.438v.875h.438v-.876zm.438.875v1.75h-.438v.438H5.25v.438h.875v-.438h.438V3.5zM.875 6.125h.875v-.438H.875z" fill="#4282d8"/>
`;function zr(i={}){return n`<svg
		${V(i)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${uc}
	</svg>`}var vc=globalThis.$discordMessage??{};function Pt(){return vc}var go={blue:"https://cdn.discordapp.com/embed/avatars/0.png",gray:"https://cdn.discordapp.com/embed/avatars/1.png",green:"https://cdn.discordapp.com/embed/avatars/2.png",orange:"https://cdn.discordapp.com/embed/avatars/3.png",red:"https://cdn.discordapp.com/embed/avatars/4.png",pink:"https://cdn.discordapp.com/embed/avatars/5.png"},bo=Pt().avatars??{},Nt=Object.assign(go,bo,{default:go[bo.default]??bo.default??go.blue}),xr=Pt().profiles??{},Ka=Pt().defaultTheme==="light"?"light":"dark",Ya=Pt().defaultMode==="compact"?"compact":"cozy",Za=Pt().defaultBackground==="none"?"none":"discord",Xa=new Map([["heart",ar()],["crystal",tr()],["diamond",ir()],["explosion",sr()],["flame",rr()],["flower",or()],["key",nr()],["leaf",lr()],["lightning",hr()],["magic",cr()],["moon",dr()],["mushroom",mr()],["mythical",pr()],["ornament",fr()],["plasma",ur()],["rock",vr()],["shell",gr()],["skull",br()],["sun",yr()],["sword",wr()],["water",zr()]]);var gc=I`
	<path
		fill="currentColor"
		d="M18.91 12.98a5.45 5.45 0 0 1 2.18 6.2c-.1.33-.09.68.1.96l.83 1.32a1 1 0 0 1-.84 1.54h-5.5A5.6 5.6 0 0 1 10 17.5a5.6 5.6 0 0 1 5.68-5.5c1.2 0 2.32.36 3.23.98Z"
	/>
	<path
		fill="currentColor"
		d="M19.24 10.86c.32.16.72-.02.74-.38L20 10c0-4.42-4.03-8-9-8s-9 3.58-9 8c0 1.5.47 2.91 1.28 4.11.14.21.12.49-.06.67l-1.51 1.51A1 1 0 0 0 2.4 18h5.1a.5.5 0 0 0 .49-.5c0-4.2 3.5-7.5 7.68-7.5 1.28 0 2.5.3 3.56.86Z"
	/>
`;function os(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 20 20"
		xmlns="http://www.w3.org/2000/svg"
	>
		${gc}
	</svg>`}var bc=I`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M10.99 3.16A1 1 0 1 0 9 2.84L8.15 8H4a1 1 0 0 0 0 2h3.82l-.67 4H3a1 1 0 1 0 0 2h3.82l-.8 4.84a1 1 0 0 0 1.97.32L8.85 16h4.97l-.8 4.84a1 1 0 0 0 1.97.32l.86-5.16H20a1 1 0 1 0 0-2h-3.82l.67-4H21a1 1 0 1 0 0-2h-3.82l.8-4.84a1 1 0 1 0-1.97-.32L15.15 8h-4.97l.8-4.84ZM14.15 14l.67-4H9.85l-.67 4h4.97Z"
	/>
`;function as(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${bc}
	</svg>`}var yc=I`
	<path
		fill="currentColor"
		d="M12 2.81a1 1 0 0 1 0-1.41l.36-.36a1 1 0 0 1 1.41 0l9.2 9.2a1 1 0 0 1 0 1.4l-.7.7a1 1 0 0 1-1.3.13l-9.54-6.72a1 1 0 0 1-.08-1.58l1-1L12 2.8ZM12 21.2a1 1 0 0 1 0 1.41l-.35.35a1 1 0 0 1-1.41 0l-9.2-9.19a1 1 0 0 1 0-1.41l.7-.7a1 1 0 0 1 1.3-.12l9.54 6.72a1 1 0 0 1 .07 1.58l-1 1 .35.36ZM15.66 16.8a1 1 0 0 1-1.38.28l-8.49-5.66A1 1 0 1 1 6.9 9.76l8.49 5.65a1 1 0 0 1 .27 1.39ZM17.1 14.25a1 1 0 1 0 1.11-1.66L9.73 6.93a1 1 0 0 0-1.11 1.66l8.49 5.66Z"
	/>
`;function ns(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${yc}
	</svg>`}var wc=I`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M6 9h1V6a5 5 0 0 1 10 0v3h1a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3v-8a3 3 0 0 1 3-3Zm9-3v3H9V6a3 3 0 1 1 6 0Zm-1 8a2 2 0 0 1-1 1.73V18a1 1 0 1 1-2 0v-2.27A2 2 0 1 1 14 14Z"
	/>
`;function ls(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${wc}
	</svg>`}var zc=I`
	<path
		fill="currentColor"
		d="M12 3a1 1 0 0 0-1-1h-.06a1 1 0 0 0-.74.32L5.92 7H3a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h2.92l4.28 4.68a1 1 0 0 0 .74.32H11a1 1 0 0 0 1-1V3ZM15.1 20.75c-.58.14-1.1-.33-1.1-.92v-.03c0-.5.37-.92.85-1.05a7 7 0 0 0 0-13.5A1.11 1.11 0 0 1 14 4.2v-.03c0-.6.52-1.06 1.1-.92a9 9 0 0 1 0 17.5Z"
	/>
	<path
		fill="currentColor"
		d="M15.16 16.51c-.57.28-1.16-.2-1.16-.83v-.14c0-.43.28-.8.63-1.02a3 3 0 0 0 0-5.04c-.35-.23-.63-.6-.63-1.02v-.14c0-.63.59-1.1 1.16-.83a5 5 0 0 1 0 9.02Z"
	/>
`;function hs(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${zc}
	</svg>`}var oi=function(i,s,e,t,r,o){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",p=!s&&i?t.static?i:i.prototype:null,m=s||(p?Object.getOwnPropertyDescriptor(p,t.name):{}),c,T=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(k){if(T)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(k||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(c=a(b.get))&&(m.get=c),(c=a(b.set))&&(m.set=c),(c=a(b.init))&&r.unshift(c)}else(c=a(b))&&(l==="field"?r.unshift(c):m[d]=c)}p&&Object.defineProperty(p,t.name,m),T=!0},Xe=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},xe="light-theme",dt="compact-mode",yo="no-background",Qp=(()=>{let i=[B("discord-messages")],s,e=[],t,r=j,o,a=[],l=[],d,p=[],m=[],c,T=[],w=[],_,y=[],b=[],k,U=[],R=[];var se=class extends r{static{t=this}static{let H=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[ss({context:xe}),f({type:Boolean,reflect:!0,attribute:"light-theme"})],d=[ss({context:yo}),f({type:Boolean,reflect:!0,attribute:"no-background"})],c=[ss({context:dt}),f({type:Boolean,reflect:!0,attribute:"compact-mode"})],_=[f({reflect:!0,attribute:"channel-type"})],k=[f({reflect:!0,attribute:"channel-name"})],oi(this,null,o,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:$=>"lightTheme"in $,get:$=>$.lightTheme,set:($,Y)=>{$.lightTheme=Y}},metadata:H},a,l),oi(this,null,d,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:$=>"noBackground"in $,get:$=>$.noBackground,set:($,Y)=>{$.noBackground=Y}},metadata:H},p,m),oi(this,null,c,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:$=>"compactMode"in $,get:$=>$.compactMode,set:($,Y)=>{$.compactMode=Y}},metadata:H},T,w),oi(this,null,_,{kind:"accessor",name:"channelType",static:!1,private:!1,access:{has:$=>"channelType"in $,get:$=>$.channelType,set:($,Y)=>{$.channelType=Y}},metadata:H},y,b),oi(this,null,k,{kind:"accessor",name:"channelName",static:!1,private:!1,access:{has:$=>"channelName"in $,get:$=>$.channelName,set:($,Y)=>{$.channelName=Y}},metadata:H},U,R),oi(null,s={value:t},i,{kind:"class",name:t.name,metadata:H},null,e),se=t=s.value,H&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:H})}static styles=oe`
		:host {
			color: #fff;
			background-color: #36393e;
			display: block;
			font-size: 16px;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;
			line-height: 170%;
			border: 1px solid rgba(255, 255, 255, 0.05);
		}

		:host([light-theme]) {
			color: #747f8d;
			background-color: #fff;
			border-color: #dedede;
		}

		:host([no-background]) {
			background-color: unset;
		}

		::slotted(*) {
			padding-top: 0.125rem;
			padding-bottom: 0.125rem;
		}

		::slotted(*:first-child) {
			margin-top: 0.5rem;
		}

		::slotted(*:not(:first-child)) {
			margin-top: 1.0625rem;
		}

		:host([compact-mode]) ::slotted(*:not(:first-child)) {
			margin-top: unset;
		}

		::slotted(*:last-child) {
			margin-bottom: 0.5rem;
			border-bottom-width: 0;
		}

		:host .discord-channel-header {
			display: flex;
			align-items: center;
			padding: 0.5rem 1rem;
			box-shadow:
				0 2px 0 0 rgba(0, 0, 0, 0.05),
				0 1.5px 0 0 rgba(0, 0, 0, 0.05),
				0 1px 0 0 rgba(0, 0, 0, 0.16);
		}

		:host .discord-channel-icon {
			height: 24px;
			width: auto;
			margin: 0 8px;
			position: relative;
			flex: 0 0 auto;
			color: #80848e;
		}

		:host([light-theme]) .discord-channel-icon {
			color: #6d6f78;
		}

		:host .discord-channel-name {
			margin: 0 8px 0 0;
			flex: 0 0 auto;
			min-width: auto;
		}
	`;#e=Xe(this,a,!1);get lightTheme(){return this.#e}set lightTheme(H){this.#e=H}#t=(Xe(this,l),Xe(this,p,!1));get noBackground(){return this.#t}set noBackground(H){this.#t=H}#i=(Xe(this,m),Xe(this,T,!1));get compactMode(){return this.#i}set compactMode(H){this.#i=H}#s=(Xe(this,w),Xe(this,y,void 0));get channelType(){return this.#s}set channelType(H){this.#s=H}#r=(Xe(this,b),Xe(this,U,void 0));get channelName(){return this.#r}set channelName(H){this.#r=H}connectedCallback(){super.connectedCallback(),(this.lightTheme||Ka==="light"&&this.lightTheme)&&(this.lightTheme=!0),(this.compactMode||Ya==="compact"&&this.compactMode)&&(this.compactMode=!0),(this.noBackground||Za==="none"&&this.noBackground)&&(this.noBackground=!0)}render(){let H;switch(this.channelType){case"text":H=n`${as()}`;break;case"voice":H=n`${hs()}`;break;case"locked":H=n`${ls()}`;break;case"thread":H=n`${ns()}`;break;case"forum":H=n`${os()}`;break}return n`
			${Z(this.channelType&&this.channelName,()=>n`<div class="discord-channel-header">
						<div class="discord-channel-icon">${H}</div>
						<div class="discord-channel-name">${this.channelName}</div>
					</div>`)}
			<slot></slot>
		`}constructor(){super(...arguments),Xe(this,R)}static{Xe(t,e)}};return se=t})();var xc=I`
	<path d="M7.4,11.17,4,8.62,5,7.26l2,1.53L10.64,4l1.36,1Z" fill="currentColor" />
`;function kt(i={}){return n`<svg
		${V(i)}
		class="discord-application-tag-verified"
		aria-label="Verified App"
		aria-hidden="false"
		width="16"
		height="16"
		viewBox="0 0 16 15.2"
		xmlns="http://www.w3.org/2000/svg"
	>
		${xc}
	</svg>`}var wo=function(i,s,e,t,r,o){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",p=!s&&i?t.static?i:i.prototype:null,m=s||(p?Object.getOwnPropertyDescriptor(p,t.name):{}),c,T=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(k){if(T)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(k||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(c=a(b.get))&&(m.get=c),(c=a(b.set))&&(m.set=c),(c=a(b.init))&&r.unshift(c)}else(c=a(b))&&(l==="field"?r.unshift(c):m[d]=c)}p&&Object.defineProperty(p,t.name,m),T=!0},cs=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},Ja=(()=>{let i=[B("discord-verified-author-tag")],s,e=[],t,r=j,o,a=[],l=[],d,p=[],m=[];var c=class extends r{static{t=this}static{let T=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[f({type:Boolean})],d=[de({context:dt}),f({type:Boolean,reflect:!0,attribute:"compact-mode"})],wo(this,null,o,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:w=>"verified"in w,get:w=>w.verified,set:(w,_)=>{w.verified=_}},metadata:T},a,l),wo(this,null,d,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:w=>"compactMode"in w,get:w=>w.compactMode,set:(w,_)=>{w.compactMode=_}},metadata:T},p,m),wo(null,s={value:t},i,{kind:"class",name:t.name,metadata:T},null,e),c=t=s.value,T&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:T})}static styles=oe`
		:host {
			background-color: #5865f2;
			color: #fff;
			font-size: 0.625em;
			margin-left: 4px;
			border-radius: 3px;
			line-height: 100%;
			text-transform: uppercase;
			display: inline-flex;
			align-items: center;
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host .discord-application-tag-verified {
			display: inline-block;
			width: 0.9375rem;
			height: 0.9375rem;
			margin-left: -0.25rem;
		}

		:host([compact-mode]) {
			padding-left: 10px;
			padding-right: 4px;
			margin-right: 0.25rem;
			margin-left: 0px !important;
			margin-top: 0px !important;
		}

		:host([compact-mode]) .discord-application-tag-verified {
			margin-right: 0.7em;
			margin-left: -0.7em;
		}
	`;#e=cs(this,a,!1);get verified(){return this.#e}set verified(T){this.#e=T}#t=(cs(this,l),cs(this,p,!1));get compactMode(){return this.#t}set compactMode(T){this.#t=T}render(){return n`${Z(this.verified,()=>kt())}App`}constructor(){super(...arguments),cs(this,m)}static{cs(t,e)}};return c=t})();var ae=i=>i??z;var Qa="important",_c=" !"+Qa,Bt=Ze(class extends Ce{constructor(i){if(super(i),i.type!==ze.ATTRIBUTE||i.name!=="style"||i.strings?.length>2)throw Error("The `styleMap` directive must be used in the `style` attribute and must be the only part in the attribute.")}render(i){return Object.keys(i).reduce((s,e)=>{let t=i[e];return t==null?s:s+`${e=e.includes("-")?e:e.replace(/(?:^(webkit|moz|ms|o)|)(?=[A-Z])/g,"-$&").toLowerCase()}:${t};`},"")}update(i,[s]){let{style:e}=i.element;if(this.ft===void 0)return this.ft=new Set(Object.keys(s)),this.render(s);for(let t of this.ft)s[t]==null&&(this.ft.delete(t),t.includes("-")?e.removeProperty(t):e[t]=null);for(let t in s){let r=s[t];if(r!=null){this.ft.add(t);let o=typeof r=="string"&&r.endsWith(_c);t.includes("-")||o?e.setProperty(t,o?r.slice(0,-11):r,o?Qa:""):e[t]=r}}return ve}});var $c=new Intl.DateTimeFormat("en-US",{day:"2-digit",month:"2-digit",year:"numeric"}),Mc=new Intl.DateTimeFormat("en-US",{hour12:!0,hour:"2-digit",minute:"2-digit"}),kc=new Intl.DateTimeFormat("en-US",{hour12:!1,hour:"2-digit",minute:"2-digit"}),Tc=i=>i instanceof Date?$c.format(i):i,Ec=(i,s=!1)=>i instanceof Date?s?kc.format(i):Mc.format(i):i;function ai(i,s=!1,e=!1){if(!(i instanceof Date)&&typeof i!="string")throw new TypeError("Timestamp prop must be a Date object or a string.");return s?Ec(i,e):Tc(i)}var Hc=/(?:<(?<animated>a)?:(?<name>\w{2,32}):)?(?<id>\d{17,21})>?/;function ni(i){let s=Pt().emojis?.[i];if(s)return s;let e=Hc.exec(i);if(e?.groups){let{name:t,id:r,animated:o}=e.groups;return{name:t,url:`https://cdn.discordapp.com/emojis/${r}.${o?"gif":"png"}`}}}function _r(i){if(i)return Xa.get(i)??i}var Te=function(i,s,e,t,r,o){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",p=!s&&i?t.static?i:i.prototype:null,m=s||(p?Object.getOwnPropertyDescriptor(p,t.name):{}),c,T=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(k){if(T)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(k||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(c=a(b.get))&&(m.get=c),(c=a(b.set))&&(m.set=c),(c=a(b.init))&&r.unshift(c)}else(c=a(b))&&(l==="field"?r.unshift(c):m[d]=c)}p&&Object.defineProperty(p,t.name,m),T=!0},ne=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},en=(()=>{let i=[B("discord-author-info")],s,e=[],t,r=j,o,a=[],l=[],d,p=[],m=[],c,T=[],w=[],_,y=[],b=[],k,U=[],R=[],se,H=[],$=[],Y,ge=[],ye=[],we,Ie=[],Ve=[],De,je=[],Le=[],Pe,Ne=[],Be=[],Ue,qe=[],Fe=[],Ge,We=[],Ke=[],Ye,q=[],S=[];var ee=class extends r{static{t=this}static{let P=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[f()],d=[f({type:Boolean})],c=[f({type:Boolean})],_=[f({type:Boolean,attribute:"official-app"})],k=[f({type:Boolean})],se=[f({attribute:"role-color"})],Y=[f({attribute:"role-icon"})],we=[f({attribute:"role-name"})],De=[f({attribute:"clan-icon"})],Pe=[f({attribute:"clan-tag"})],Ue=[f({type:Boolean})],Ge=[de({context:dt}),f({type:Boolean,reflect:!0,attribute:"compact-mode"})],Ye=[de({context:xe}),f({type:Boolean,reflect:!0,attribute:"light-theme"})],Te(this,null,o,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:C=>"author"in C,get:C=>C.author,set:(C,re)=>{C.author=re}},metadata:P},a,l),Te(this,null,d,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:C=>"bot"in C,get:C=>C.bot,set:(C,re)=>{C.bot=re}},metadata:P},p,m),Te(this,null,c,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:C=>"server"in C,get:C=>C.server,set:(C,re)=>{C.server=re}},metadata:P},T,w),Te(this,null,_,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:C=>"officialApp"in C,get:C=>C.officialApp,set:(C,re)=>{C.officialApp=re}},metadata:P},y,b),Te(this,null,k,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:C=>"op"in C,get:C=>C.op,set:(C,re)=>{C.op=re}},metadata:P},U,R),Te(this,null,se,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:C=>"roleColor"in C,get:C=>C.roleColor,set:(C,re)=>{C.roleColor=re}},metadata:P},H,$),Te(this,null,Y,{kind:"accessor",name:"roleIcon",static:!1,private:!1,access:{has:C=>"roleIcon"in C,get:C=>C.roleIcon,set:(C,re)=>{C.roleIcon=re}},metadata:P},ge,ye),Te(this,null,we,{kind:"accessor",name:"roleName",static:!1,private:!1,access:{has:C=>"roleName"in C,get:C=>C.roleName,set:(C,re)=>{C.roleName=re}},metadata:P},Ie,Ve),Te(this,null,De,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:C=>"clanIcon"in C,get:C=>C.clanIcon,set:(C,re)=>{C.clanIcon=re}},metadata:P},je,Le),Te(this,null,Pe,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:C=>"clanTag"in C,get:C=>C.clanTag,set:(C,re)=>{C.clanTag=re}},metadata:P},Ne,Be),Te(this,null,Ue,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:C=>"verified"in C,get:C=>C.verified,set:(C,re)=>{C.verified=re}},metadata:P},qe,Fe),Te(this,null,Ge,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:C=>"compactMode"in C,get:C=>C.compactMode,set:(C,re)=>{C.compactMode=re}},metadata:P},We,Ke),Te(this,null,Ye,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:C=>"lightTheme"in C,get:C=>C.lightTheme,set:(C,re)=>{C.lightTheme=re}},metadata:P},q,S),Te(null,s={value:t},i,{kind:"class",name:t.name,metadata:P},null,e),ee=t=s.value,P&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:P})}static styles=oe`
		:host {
			display: inline-flex;
			align-items: center;
			font-size: 16px;
			text-underline-offset: 1px;
			margin-right: 0.25rem;
		}

		:host .discord-author-username {
			color: #fff;
			font-size: 1em;
			font-weight: 500;
		}

		:host .discord-author-username:hover {
			text-decoration: underline;
			cursor: pointer;
		}

		:host([light-theme]) .discord-author-username {
			color: #23262a;
		}

		:host .discord-clan-tag {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.54);
			color: #fff;
			font-size: 12px;
			font-weight: 500;
			margin-left: 0.25rem;
			border-radius: 4px;
			line-height: 100%;
			text-transform: uppercase;
			display: inline-flex;
			width: max-content;
			gap: 0.25rem;
			justify-content: space-between;
			align-items: center;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			height: 1.2rem;
			min-width: 45px;
			line-height: 1rem !important;
			transition: background-color 100ms ease-in-out;
			cursor: pointer;
		}

		:host .discord-clan-tag:hover {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.34);
		}

		:host([light-theme]) .discord-clan-tag {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.09);
			color: #000;
		}

		:host([light-theme]) .discord-clan-tag:hover {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.03);
		}

		:host([compact-mode]) .discord-clan-tag {
			margin-left: 0rem;
		}

		:host .discord-clan-tag span,
		:host .discord-clan-tag svg,
		:host .discord-clan-tag img {
			user-select: none;
			-webkit-user-select: none;
		}

		:host .discord-application-tag {
			background-color: #5865f2;
			color: #fff;
			font-size: 0.625em;
			border-radius: 3px;
			line-height: 100%;
			text-transform: uppercase;

			/* Use flex layout to ensure both verified icon and "BOT" text are aligned to center */
			display: inline-flex;
			align-items: center;

			/* Styling taken through Inspect Element on Discord client for Windows */
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host .discord-official-application {
			background-color: #5865f2;
			color: #fff;
			font-size: 0.625em;
			margin-left: 4px;
			border-radius: 3px;
			line-height: 100%;
			text-transform: uppercase;

			/* Use flex layout to ensure both verified icon and "BOT" text are aligned to center */
			display: flex;
			align-items: center;

			/* Styling taken through Inspect Element on Discord client for Windows */
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host([compact-mode]) .discord-official-application {
			margin-right: 5px;
			margin-left: 0px !important;
		}

		:host .discord-application-tag.discord-application-tag-op {
			background-color: #c9cdfb;
			color: #4752c4;
			border-radius: 0.4rem;
		}

		:host .discord-author-role-icon {
			margin-left: 0.25rem;
			vertical-align: top;
			height: calc(1rem + 4px);
			width: calc(1rem + 4px);
		}

		:host([compact-mode]) .discord-author-username {
			margin-right: 0.25rem;
		}

		:host([compact-mode]) .discord-application-tag {
			padding-left: 10px;
			padding-right: 4px;
			margin-right: 0.25rem;
		}
	`;#e=ne(this,a,void 0);get author(){return this.#e}set author(P){this.#e=P}#t=(ne(this,l),ne(this,p,!1));get bot(){return this.#t}set bot(P){this.#t=P}#i=(ne(this,m),ne(this,T,!1));get server(){return this.#i}set server(P){this.#i=P}#s=(ne(this,w),ne(this,y,!1));get officialApp(){return this.#s}set officialApp(P){this.#s=P}#r=(ne(this,b),ne(this,U,!1));get op(){return this.#r}set op(P){this.#r=P}#o=(ne(this,R),ne(this,H,void 0));get roleColor(){return this.#o}set roleColor(P){this.#o=P}#a=(ne(this,$),ne(this,ge,void 0));get roleIcon(){return this.#a}set roleIcon(P){this.#a=P}#n=(ne(this,ye),ne(this,Ie,void 0));get roleName(){return this.#n}set roleName(P){this.#n=P}#h=(ne(this,Ve),ne(this,je,void 0));get clanIcon(){return this.#h}set clanIcon(P){this.#h=P}#c=(ne(this,Le),ne(this,Ne,void 0));get clanTag(){return this.#c}set clanTag(P){this.#c=P}#d=(ne(this,Be),ne(this,qe,!1));get verified(){return this.#d}set verified(P){this.#d=P}#l=(ne(this,Fe),ne(this,We,!1));get compactMode(){return this.#l}set compactMode(P){this.#l=P}#m=(ne(this,Ke),ne(this,q,!1));get lightTheme(){return this.#m}set lightTheme(P){this.#m=P}render(){let P=_r(this.clanIcon),C=this.clanTag?.slice(0,4);return n`${Z(this.compactMode,()=>null,()=>n`<span class="discord-author-username" style="${Bt({color:this.roleColor??void 0})}">${this.author}</span>`)}
		${Z(this.roleIcon&&!this.compactMode,()=>n`<img
					class="discord-author-role-icon"
					src=${ae(this.roleIcon)}
					height="20"
					width="20"
					alt=${ae(this.roleName)}
					draggable="false"
				/>`)}
		${Z(this.bot&&!this.server&&!this.officialApp,()=>n`<discord-verified-author-tag .verified=${this.verified}></discord-verified-author-tag>`)}
		${Z(this.server&&!this.bot&&!this.officialApp,()=>n`<span class="discord-application-tag">Server</span>`)}
		${Z(this.officialApp&&!this.server&&!this.bot,()=>n`<span class="discord-official-application">${kt()}OFFICIAL</span>`)}
		${Z(this.op,()=>n`<span class="discord-application-tag discord-application-tag-op">OP</span>`)}
		${Z(this.compactMode,()=>n`<span class="discord-author-username" style="${Bt({color:this.roleColor??void 0})}">${this.author}</span>`)}
		${Z(this.clanIcon&&this.clanTag&&this.clanTag?.length>0,()=>n`
				<span class="discord-clan-tag">
					${P==="string"?n`<img srcset=${ae(P)} alt=${ae(C)} width="12" height="12" draggable="false" />`:P}
					<span>${C}</span>
				</span>
			`)} `}constructor(){super(...arguments),ne(this,S)}static{ne(t,e)}};return ee=t})();var Tt=Ze(class extends Ce{constructor(i){if(super(i),i.type!==ze.ATTRIBUTE||i.name!=="class"||i.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(i){return" "+Object.keys(i).filter(s=>i[s]).join(" ")+" "}update(i,[s]){if(this.st===void 0){this.st=new Set,i.strings!==void 0&&(this.nt=new Set(i.strings.join(" ").split(/\s/).filter(t=>t!=="")));for(let t in s)s[t]&&!this.nt?.has(t)&&this.st.add(t);return this.render(s)}let e=i.element.classList;for(let t of this.st)t in s||(e.remove(t),this.st.delete(t));for(let t in s){let r=!!s[t];r===this.st.has(t)||this.nt?.has(t)||(r?(e.add(t),this.st.add(t)):(e.remove(t),this.st.delete(t)))}return ve}});var li=function(i,s,e,t,r,o){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",p=!s&&i?t.static?i:i.prototype:null,m=s||(p?Object.getOwnPropertyDescriptor(p,t.name):{}),c,T=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(k){if(T)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(k||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(c=a(b.get))&&(m.get=c),(c=a(b.set))&&(m.set=c),(c=a(b.init))&&r.unshift(c)}else(c=a(b))&&(l==="field"?r.unshift(c):m[d]=c)}p&&Object.defineProperty(p,t.name,m),T=!0},Je=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},K4=(()=>{let i=[B("discord-custom-emoji")],s,e=[],t,r=j,o,a=[],l=[],d,p=[],m=[],c,T=[],w=[],_,y=[],b=[],k,U=[],R=[];var se=class extends r{static{t=this}static{let H=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[f()],d=[f()],c=[f({attribute:!1})],_=[f({type:Boolean,attribute:"embed-emoji"})],k=[f({type:Boolean,attribute:"jumbo"})],li(this,null,o,{kind:"accessor",name:"name",static:!1,private:!1,access:{has:$=>"name"in $,get:$=>$.name,set:($,Y)=>{$.name=Y}},metadata:H},a,l),li(this,null,d,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:$=>"url"in $,get:$=>$.url,set:($,Y)=>{$.url=Y}},metadata:H},p,m),li(this,null,c,{kind:"accessor",name:"customEmojisMap",static:!1,private:!1,access:{has:$=>"customEmojisMap"in $,get:$=>$.customEmojisMap,set:($,Y)=>{$.customEmojisMap=Y}},metadata:H},T,w),li(this,null,_,{kind:"accessor",name:"embedEmoji",static:!1,private:!1,access:{has:$=>"embedEmoji"in $,get:$=>$.embedEmoji,set:($,Y)=>{$.embedEmoji=Y}},metadata:H},y,b),li(this,null,k,{kind:"accessor",name:"jumbo",static:!1,private:!1,access:{has:$=>"jumbo"in $,get:$=>$.jumbo,set:($,Y)=>{$.jumbo=Y}},metadata:H},U,R),li(null,s={value:t},i,{kind:"class",name:t.name,metadata:H},null,e),se=t=s.value,H&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:H})}static styles=oe`
		.discord-custom-emoji {
			display: inline-block;
			cursor: pointer;
		}

		.discord-custom-emoji .discord-custom-emoji-image {
			object-fit: contain;
			width: 1.375rem;
			height: 1.375rem;
			vertical-align: bottom;
		}

		.discord-custom-emoji .discord-custom-jumbo-emoji-image {
			width: 3rem;
			height: 3rem;
			min-height: 3rem;
		}

		.discord-embed-custom-emoji {
			display: inline-block;
		}

		.discord-embed-custom-emoji .discord-embed-custom-emoji-image {
			width: 18px;
			height: 18px;
			vertical-align: bottom;
		}
	`;#e=Je(this,a,void 0);get name(){return this.#e}set name(H){this.#e=H}#t=(Je(this,l),Je(this,p,void 0));get url(){return this.#t}set url(H){this.#t=H}#i=(Je(this,m),Je(this,T,{}));get customEmojisMap(){return this.#i}set customEmojisMap(H){this.#i=H}#s=(Je(this,w),Je(this,y,void 0));get embedEmoji(){return this.#s}set embedEmoji(H){this.#s=H}#r=(Je(this,b),Je(this,U,void 0));get jumbo(){return this.#r}set jumbo(H){this.#r=H}willUpdate(){if(!this.url&&this.name){let H=ni(this.name)??this.customEmojisMap[this.name];H&&(this.url??=H.url??"",this.embedEmoji??=H.embedEmoji??!1)}}render(){let H=`:${this.name}:`;return n`<span
			class=${Tt({"discord-embed-custom-emoji":this.embedEmoji,"discord-custom-emoji":!this.embedEmoji})}
			><img
				aria-label=${H}
				src=${ae(this.url)}
				alt=${H}
				draggable="false"
				class=${Tt({"discord-embed-custom-emoji-image":this.embedEmoji,"discord-custom-emoji-image":!this.embedEmoji,"discord-custom-jumbo-emoji-image":this.jumbo})}
		/></span> `}constructor(){super(...arguments),Je(this,R)}static{Je(t,e)}};return se=t})();var He=function(i,s,e,t,r,o){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",p=!s&&i?t.static?i:i.prototype:null,m=s||(p?Object.getOwnPropertyDescriptor(p,t.name):{}),c,T=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(k){if(T)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(k||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(c=a(b.get))&&(m.get=c),(c=a(b.set))&&(m.set=c),(c=a(b.init))&&r.unshift(c)}else(c=a(b))&&(l==="field"?r.unshift(c):m[d]=c)}p&&Object.defineProperty(p,t.name,m),T=!0},he=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},tn=(()=>{let i=[B("discord-embed")],s,e=[],t,r=j,o,a=[],l=[],d,p=[],m=[],c,T=[],w=[],_,y=[],b=[],k,U=[],R=[],se,H=[],$=[],Y,ge=[],ye=[],we,Ie=[],Ve=[],De,je=[],Le=[],Pe,Ne=[],Be=[],Ue,qe=[],Fe=[],Ge,We=[],Ke=[];var Ye=class extends r{static{t=this}static{let q=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[f()],d=[f({attribute:"author-name"})],c=[f({attribute:"author-image"})],_=[f({attribute:"author-url"})],k=[f({attribute:"embed-title"})],se=[f({attribute:!1})],Y=[f()],we=[f()],De=[f()],Pe=[f()],Ue=[f()],Ge=[de({context:xe,subscribe:!0}),f({type:Boolean,reflect:!0,attribute:"light-theme"})],He(this,null,o,{kind:"accessor",name:"color",static:!1,private:!1,access:{has:S=>"color"in S,get:S=>S.color,set:(S,ee)=>{S.color=ee}},metadata:q},a,l),He(this,null,d,{kind:"accessor",name:"authorName",static:!1,private:!1,access:{has:S=>"authorName"in S,get:S=>S.authorName,set:(S,ee)=>{S.authorName=ee}},metadata:q},p,m),He(this,null,c,{kind:"accessor",name:"authorImage",static:!1,private:!1,access:{has:S=>"authorImage"in S,get:S=>S.authorImage,set:(S,ee)=>{S.authorImage=ee}},metadata:q},T,w),He(this,null,_,{kind:"accessor",name:"authorUrl",static:!1,private:!1,access:{has:S=>"authorUrl"in S,get:S=>S.authorUrl,set:(S,ee)=>{S.authorUrl=ee}},metadata:q},y,b),He(this,null,k,{kind:"accessor",name:"embedTitle",static:!1,private:!1,access:{has:S=>"embedTitle"in S,get:S=>S.embedTitle,set:(S,ee)=>{S.embedTitle=ee}},metadata:q},U,R),He(this,null,se,{kind:"accessor",name:"embedEmojisMap",static:!1,private:!1,access:{has:S=>"embedEmojisMap"in S,get:S=>S.embedEmojisMap,set:(S,ee)=>{S.embedEmojisMap=ee}},metadata:q},H,$),He(this,null,Y,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:S=>"url"in S,get:S=>S.url,set:(S,ee)=>{S.url=ee}},metadata:q},ge,ye),He(this,null,we,{kind:"accessor",name:"thumbnail",static:!1,private:!1,access:{has:S=>"thumbnail"in S,get:S=>S.thumbnail,set:(S,ee)=>{S.thumbnail=ee}},metadata:q},Ie,Ve),He(this,null,De,{kind:"accessor",name:"image",static:!1,private:!1,access:{has:S=>"image"in S,get:S=>S.image,set:(S,ee)=>{S.image=ee}},metadata:q},je,Le),He(this,null,Pe,{kind:"accessor",name:"video",static:!1,private:!1,access:{has:S=>"video"in S,get:S=>S.video,set:(S,ee)=>{S.video=ee}},metadata:q},Ne,Be),He(this,null,Ue,{kind:"accessor",name:"provider",static:!1,private:!1,access:{has:S=>"provider"in S,get:S=>S.provider,set:(S,ee)=>{S.provider=ee}},metadata:q},qe,Fe),He(this,null,Ge,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:S=>"lightTheme"in S,get:S=>S.lightTheme,set:(S,ee)=>{S.lightTheme=ee}},metadata:q},We,Ke),He(null,s={value:t},i,{kind:"class",name:t.name,metadata:q},null,e),Ye=t=s.value,q&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:q})}static styles=oe`
		:host {
			color: #dcddde;
			display: flex;
			font-size: 13px;
			line-height: 150%;
			margin-bottom: 8px;
			margin-top: 8px;
		}

		:host([light-theme]) {
			color: #2e3338;
		}

		:host .discord-left-border {
			background-color: #202225;
			border-radius: 4px 0 0 4px;
			flex-shrink: 0;
			width: 4px;
		}

		:host([light-theme]) .discord-left-border {
			background-color: #e3e5e8;
		}

		:host .discord-embed-root {
			display: grid;
			grid-auto-flow: row;
			grid-row-gap: 0.25rem;
			min-height: 0;
			min-width: 0;
			text-indent: 0;
		}

		:host .discord-embed-wrapper {
			background-color: #2f3136;
			max-width: 520px;
			border: 1px solid rgba(46, 48, 54, 0.6);
			border-radius: 0 4px 4px 0;
			justify-self: start;
			align-self: start;
			display: grid;
			box-sizing: border-box;
		}

		:host([light-theme]) .discord-embed-wrapper {
			background-color: rgb(242, 243, 245);
			border-color: rgba(205, 205, 205, 0.3);
		}

		:host .discord-embed-wrapper .discord-embed-grid {
			display: inline-grid;
			grid-template-columns: auto -webkit-min-content;
			grid-template-columns: auto min-content;
			grid-template-columns: auto;
			grid-template-rows: auto;
			padding: 0.5rem 1rem 1rem 0.75rem;
		}

		:host .discord-embed-thumbnail {
			border-radius: 4px;
			flex-shrink: 0;
			grid-column: 2/2;
			grid-row: 1/8;
			justify-self: end;
			margin-left: 16px;
			margin-top: 8px;
			max-height: 80px;
			max-width: 80px;
			object-fit: contain;
			object-position: top center;
		}

		:host .discord-embed-author {
			-webkit-box-align: center;
			align-items: center;
			color: #fff;
			font-size: 14px;
			display: flex;
			font-weight: 600;
			grid-column: 1 / 1;
			margin-top: 8px;
			min-width: 0;
		}

		:host([light-theme]) .discord-embed-author {
			color: #060607;
		}

		:host .discord-embed-author a {
			color: #fff;
			font-weight: 600;
			text-decoration: none;
		}

		:host .discord-embed-author a:hover {
			text-decoration: underline;
		}

		:host([light-theme]) .discord-embed-author a {
			color: #060607;
		}

		:host .discord-embed-author .discord-author-image {
			border-radius: 50%;
			height: 24px;
			margin-right: 8px;
			width: 24px;
		}

		:host .discord-embed-author-block,
		:host .discord-embed-author-block > span {
			max-width: 95%;
		}

		:host .discord-embed-provider {
			font-size: 0.75rem;
			line-height: 1rem;
			font-weight: 400;
			grid-column: 1/1;
			margin-top: 8px;
			unicode-bidi: plaintext;
			text-align: left;
		}

		:host([light-theme]) .discord-embed-provider {
			color: #4f545c;
		}

		:host .discord-embed-title {
			-webkit-box-align: center;
			align-items: center;
			color: #fff;
			display: inline-block;
			font-size: 1rem;
			font-weight: 600;
			grid-column: 1 / 1;
			margin-top: 8px;
			min-width: 0;
		}

		:host([light-theme]) .discord-embed-title {
			color: #060607;
		}

		:host .discord-embed-title a {
			color: #00aff4;
			font-weight: 600;
			text-decoration: none;
		}

		:host .discord-embed-title a:hover {
			text-decoration: underline;
		}

		:host .discord-embed-image {
			border-radius: 4px;
			max-width: 300px;
			max-height: 300px;
		}

		:host .discord-embed-media {
			border-radius: 4px;
			contain: paint;
			display: block;
			grid-column: 1/1;
			margin-top: 16px;
		}

		:host .discord-embed-media.discord-embed-media-video {
			height: 225px;
		}

		:host .discord-embed.media .discord-embed-image {
			overflow: hidden;
			position: relative;
			user-select: text;
		}

		:host .discord-embed-media .discord-embed-video {
			-webkit-box-align: center;
			-webkit-box-pack: center;
			align-items: center;
			border-radius: 0;
			cursor: pointer;
			display: flex;
			height: 100%;
			justify-content: center;
			max-height: 100%;
			width: 100%;

			width: 400px;
			height: 225px;
			left: 0px;
			top: 0px;
		}

		.discord-embed-custom-emoji {
			display: inline-block;
		}

		.discord-embed-custom-emoji .discord-embed-custom-emoji-image {
			width: 18px;
			height: 18px;
			vertical-align: bottom;
		}

		slot[name='footer']::slotted(*) {
			grid-column: 1/3;
			grid-row: auto/auto;
		}
	`;#e=he(this,a,void 0);get color(){return this.#e}set color(q){this.#e=q}#t=(he(this,l),he(this,p,void 0));get authorName(){return this.#t}set authorName(q){this.#t=q}#i=(he(this,m),he(this,T,void 0));get authorImage(){return this.#i}set authorImage(q){this.#i=q}#s=(he(this,w),he(this,y,void 0));get authorUrl(){return this.#s}set authorUrl(q){this.#s=q}#r=(he(this,b),he(this,U,void 0));get embedTitle(){return this.#r}set embedTitle(q){this.#r=q}#o=(he(this,R),he(this,H,{}));get embedEmojisMap(){return this.#o}set embedEmojisMap(q){this.#o=q}#a=(he(this,$),he(this,ge,void 0));get url(){return this.#a}set url(q){this.#a=q}#n=(he(this,ye),he(this,Ie,void 0));get thumbnail(){return this.#n}set thumbnail(q){this.#n=q}#h=(he(this,Ve),he(this,je,void 0));get image(){return this.#h}set image(q){this.#h=q}#c=(he(this,Le),he(this,Ne,void 0));get video(){return this.#c}set video(q){this.#c=q}#d=(he(this,Be),he(this,qe,void 0));get provider(){return this.#d}set provider(q){this.#d=q}#l=(he(this,Fe),he(this,We,!1));get lightTheme(){return this.#l}set lightTheme(q){this.#l=q}render(){let q=this.parseTitle(this.authorName),S=this.parseTitle(this.embedTitle);return n`<div style=${Bt({"background-color":this.color})} class="discord-left-border"></div>
			<div class="discord-embed-root">
				<div class="discord-embed-wrapper">
					<div class="discord-embed-grid">
						${Z(this.provider,()=>n`<div class="discord-embed-provider">${this.provider}</div>`)}
						${Z(q,()=>n`<div class="discord-embed-author">
									${Z(this.authorImage,()=>n`<img src=${ae(this.authorImage)} alt="" class="discord-author-image" />`)}
									${Z(this.authorUrl,()=>n`<a
												href=${ae(this.authorUrl)}
												target="_blank"
												rel="noopener noreferrer"
												class="discord-embed-author-block"
											>
												<span class="discord-embed-author-block">${q}</span>
											</a>`,()=>n`<span class="discord-embed-author-block">${q}</span>`)}
								</div>`)}
						${Z(S,()=>n`<div class="discord-embed-title">
									${this.url?n`<a href="${this.url}" target="_blank" rel="noopener noreferrer"> ${S} </a>`:n`${S}`}
								</div>`)}
						<slot name="description"></slot>
						<slot name="fields"></slot>
						${Z(this.image||this.video,()=>n`<div class=${Tt({"discord-embed-media":!0,"discord-embed-media-video":!!this.video})}>
									${this.renderMedia()}
								</div>`)}
						${Z(this.thumbnail,()=>n`<img src=${ae(this.thumbnail)} alt="" class="discord-embed-thumbnail" />`)}
						<slot name="footer"></slot>
					</div>
				</div>
			</div>`}renderMedia(){return this.video?n`
				<video
					controls
					muted
					preload="none"
					poster=${ae(this.image)}
					src=${ae(this.video)}
					height="225"
					width="400"
					class="discord-embed-video"
				>
					<img src=${ae(this.image)} alt="Discord embed media" class="discord-embed-image" />
				</video>
			`:this.image?n`<img src=${ae(this.image)} alt="Discord embed media" class="discord-embed-image" />`:null}parseTitle(q){if(!q)return null;let S=[],ee="";for(let P of q.split(`
`)){for(let C of P.split(" ")){let re=ni(C)??this.embedEmojisMap[C]??{};re.name?S.push(n`<discord-custom-emoji name=${re.name} url=${ae(re.url)} embed-emoji></discord-custom-emoji>`):ee+=`${C} `,ee===" "&&S.push(n`<br />`)}S.push(ee),ee=""}return S.map(P=>typeof P=="string"?n`<span>${P}</span>`:P)}constructor(){super(...arguments),he(this,Ke)}static{he(t,e)}};return Ye=t})();var Cc=function(i,s,e,t,r,o){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",p=!s&&i?t.static?i:i.prototype:null,m=s||(p?Object.getOwnPropertyDescriptor(p,t.name):{}),c,T=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(k){if(T)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(k||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(c=a(b.get))&&(m.get=c),(c=a(b.set))&&(m.set=c),(c=a(b.init))&&r.unshift(c)}else(c=a(b))&&(l==="field"?r.unshift(c):m[d]=c)}p&&Object.defineProperty(p,t.name,m),T=!0},Sc=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},sn=(()=>{let i=[B("discord-embed-description")],s,e=[],t,r=j;var o=class extends r{static{t=this}static{let a=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;Cc(null,s={value:t},i,{kind:"class",name:t.name,metadata:a},null,e),o=t=s.value,a&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:a})}static styles=oe`
		:host {
			font-size: 0.875rem;
			font-weight: 400;
			grid-column: 1/1;
			line-height: 1.125rem;
			margin-top: 8px;
			min-width: 0;
		}
	`;render(){return n`<slot></slot>`}static{Sc(t,e)}};return o=t})();var hi=function(i,s,e,t,r,o){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",p=!s&&i?t.static?i:i.prototype:null,m=s||(p?Object.getOwnPropertyDescriptor(p,t.name):{}),c,T=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(k){if(T)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(k||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(c=a(b.get))&&(m.get=c),(c=a(b.set))&&(m.set=c),(c=a(b.init))&&r.unshift(c)}else(c=a(b))&&(l==="field"?r.unshift(c):m[d]=c)}p&&Object.defineProperty(p,t.name,m),T=!0},Qe=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},rn=(()=>{let i=[B("discord-embed-field")],s,e=[],t,r=j,o,a=[],l=[],d,p=[],m=[],c,T=[],w=[],_,y=[],b=[],k,U=[],R=[];var se=class extends r{static{t=this}static{let H=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[f({reflect:!0,attribute:"field-title"})],d=[f({attribute:!1})],c=[f({type:Boolean,reflect:!0,attribute:"inline"})],_=[f({type:Number,reflect:!0,attribute:"inline-index"})],k=[de({context:xe,subscribe:!0}),f({type:Boolean,reflect:!0,attribute:"light-theme"})],hi(this,null,o,{kind:"accessor",name:"fieldTitle",static:!1,private:!1,access:{has:$=>"fieldTitle"in $,get:$=>$.fieldTitle,set:($,Y)=>{$.fieldTitle=Y}},metadata:H},a,l),hi(this,null,d,{kind:"accessor",name:"embedFieldEmojisMap",static:!1,private:!1,access:{has:$=>"embedFieldEmojisMap"in $,get:$=>$.embedFieldEmojisMap,set:($,Y)=>{$.embedFieldEmojisMap=Y}},metadata:H},p,m),hi(this,null,c,{kind:"accessor",name:"inline",static:!1,private:!1,access:{has:$=>"inline"in $,get:$=>$.inline,set:($,Y)=>{$.inline=Y}},metadata:H},T,w),hi(this,null,_,{kind:"accessor",name:"inlineIndex",static:!1,private:!1,access:{has:$=>"inlineIndex"in $,get:$=>$.inlineIndex,set:($,Y)=>{$.inlineIndex=Y}},metadata:H},y,b),hi(this,null,k,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:$=>"lightTheme"in $,get:$=>$.lightTheme,set:($,Y)=>{$.lightTheme=Y}},metadata:H},U,R),hi(null,s={value:t},i,{kind:"class",name:t.name,metadata:H},null,e),se=t=s.value,H&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:H})}static styles=oe`
		:host {
			font-size: 0.875rem;
			line-height: 1.125rem;
			min-width: 0;
			font-weight: 400;
			grid-column: 1/13;
			word-break: break-word;
		}

		:host .discord-field-title {
			color: #ffffff;
			font-weight: 600;
			font-size: 0.875rem;
			line-height: 1.125rem;
			min-width: 0;
			margin-bottom: 2px;
		}

		:host .discord-inline-field {
			flex-grow: 1;
			flex-basis: auto;
			min-width: 150px;
		}

		:host([light-theme]) .discord-field-title {
			color: #313338;
		}
	`;#e=Qe(this,a,void 0);get fieldTitle(){return this.#e}set fieldTitle(H){this.#e=H}#t=(Qe(this,l),Qe(this,p,{}));get embedFieldEmojisMap(){return this.#t}set embedFieldEmojisMap(H){this.#t=H}#i=(Qe(this,m),Qe(this,T,!1));get inline(){return this.#i}set inline(H){this.#i=H}#s=(Qe(this,w),Qe(this,y,void 0));get inlineIndex(){return this.#s}set inlineIndex(H){this.#s=H}#r=(Qe(this,b),Qe(this,U,!1));get lightTheme(){return this.#r}set lightTheme(H){this.#r=H}validInlineIndices=(Qe(this,R),new Set([1,2,3]));checkInlineIndex(){if(this.inlineIndex){let H=Number(this.inlineIndex);if(!Number.isNaN(H)&&!this.validInlineIndices.has(H))throw new RangeError("DiscordEmbedField `inlineIndex` prop must be one of: 1, 2, or 3")}}render(){this.checkInlineIndex();let H=this.parseTitle(this.fieldTitle),$=Z(H,()=>n`<div class="discord-field-title">${[...H]}</div>`);return n`${$}<slot></slot>`}parseTitle(H){if(!H)return null;let $=[],Y="";for(let ge of H.split(`
`)){for(let ye of ge.split(" ")){let we=ni(ye)??this.embedFieldEmojisMap[ye]??{};we.name?$.push(n`<discord-custom-emoji name=${we.name} url=${ae(we.url)} embed-emoji></discord-custom-emoji>`):Y+=`${ye} `,Y===" "&&$.push(n`<br />`)}$.push(Y),Y=""}return $.map(ge=>typeof ge=="string"?n`<span>${ge}</span>`:ge)}static{Qe(t,e)}};return se=t})();var ds=function(i,s,e,t,r,o){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",p=!s&&i?t.static?i:i.prototype:null,m=s||(p?Object.getOwnPropertyDescriptor(p,t.name):{}),c,T=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(k){if(T)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(k||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(c=a(b.get))&&(m.get=c),(c=a(b.set))&&(m.set=c),(c=a(b.init))&&r.unshift(c)}else(c=a(b))&&(l==="field"?r.unshift(c):m[d]=c)}p&&Object.defineProperty(p,t.name,m),T=!0},mt=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},on=(()=>{let i=[B("discord-embed-footer")],s,e=[],t,r=j,o,a=[],l=[],d,p=[],m=[],c,T=[],w=[],_,y=[],b=[];var k=class extends r{static{t=this}static{let U=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[f({attribute:"footer-image"})],d=[f({attribute:"footer-image-alt"})],c=[f({type:String,reflect:!0,converter:R=>ai(R),attribute:!0})],_=[de({context:xe,subscribe:!0}),f({type:Boolean,reflect:!0,attribute:"light-theme"})],ds(this,null,o,{kind:"accessor",name:"footerImage",static:!1,private:!1,access:{has:R=>"footerImage"in R,get:R=>R.footerImage,set:(R,se)=>{R.footerImage=se}},metadata:U},a,l),ds(this,null,d,{kind:"accessor",name:"footerImageAlt",static:!1,private:!1,access:{has:R=>"footerImageAlt"in R,get:R=>R.footerImageAlt,set:(R,se)=>{R.footerImageAlt=se}},metadata:U},p,m),ds(this,null,c,{kind:"accessor",name:"timestamp",static:!1,private:!1,access:{has:R=>"timestamp"in R,get:R=>R.timestamp,set:(R,se)=>{R.timestamp=se}},metadata:U},T,w),ds(this,null,_,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:R=>"lightTheme"in R,get:R=>R.lightTheme,set:(R,se)=>{R.lightTheme=se}},metadata:U},y,b),ds(null,s={value:t},i,{kind:"class",name:t.name,metadata:U},null,e),k=t=s.value,U&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:U})}static styles=oe`
		:host {
			-webkit-box-align: center;
			align-items: center;
			display: flex;
			font-size: 12px;
			line-height: 16px;
			font-weight: 500;
			margin-top: 8px;
		}

		:host([light-theme]) {
			color: #747f8d;
		}

		:host .discord-footer-image {
			border-radius: 50%;
			flex-shrink: 0;
			height: 20px;
			margin-right: 8px;
			width: 20px;
		}

		:host .discord-footer-separator {
			color: #dcddde;
			font-weight: 500;
			display: inline-block;
			margin: 0 4px;
		}

		:host([light-theme]) .discord-footer-separator {
			color: #5c5e66;
		}
	`;#e=mt(this,a,void 0);get footerImage(){return this.#e}set footerImage(U){this.#e=U}#t=(mt(this,l),mt(this,p,void 0));get footerImageAlt(){return this.#t}set footerImageAlt(U){this.#t=U}#i=(mt(this,m),mt(this,T,void 0));get timestamp(){return this.#i}set timestamp(U){this.#i=U}#s=(mt(this,w),mt(this,y,!1));get lightTheme(){return this.#s}set lightTheme(U){this.#s=U}updateTimestamp(U){U&&!Number.isNaN(new Date(U).getTime())&&(this.timestamp=ai(U))}render(){return this.updateTimestamp(this.timestamp),n`${Z(this.footerImage,()=>n`<img src=${ae(this.footerImage)} alt=${ae(this.footerImageAlt)} class="discord-footer-image" />`)}
			<slot></slot>
			${Z(this.timestamp,()=>n`<span class="discord-footer-separator">&bull;</span>`)}
			${Z(this.timestamp,()=>` ${this.timestamp}`,()=>null)}`}constructor(){super(...arguments),mt(this,b)}static{mt(t,e)}};return k=t})();var an=(i,s,e)=>{for(let t of s)if(t[0]===i)return(0,t[1])();return e?.()};function Ac(i){return i.startsWith("#")?i.slice(1):i}function Oc(i){let s=i.length===3||i.length===4,e=s?`${i.slice(0,1)}${i.slice(0,1)}`:i.slice(0,2),t=s?`${i.slice(1,2)}${i.slice(1,2)}`:i.slice(2,4),r=s?`${i.slice(2,3)}${i.slice(2,3)}`:i.slice(4,6),o=(s?`${i.slice(3,4)}${i.slice(3,4)}`:i.slice(6,8))||"ff";return{r:e,g:t,b:r,a:o}}function $r(i){return Number.parseInt(i,16)}function Rc({r:i,g:s,b:e,a:t}){return{r:$r(i),g:$r(s),b:$r(e),a:Number(($r(t)/255).toFixed(2))}}function Ic(i){return typeof i=="number"||typeof i=="string"&&Number.isFinite(Number(i))}function Vc(i,s){let{r:e,g:t,b:r,a:o}=i,a=Ic(s)?s:o;return`rgba(${e}, ${t}, ${r}, ${a})`}function Mr(i,s){let e=Ac(i),t=Oc(e),r=Rc(t);return Vc(r,s)}var Dc=I`
	<path
		fill-rule="evenodd"
		clip-rule="evenodd"
		fill="currentColor"
		d="M18.5 23c.88 0 1.7-.25 2.4-.69l1.4 1.4a1 1 0 0 0 1.4-1.42l-1.39-1.4A4.5 4.5 0 1 0 18.5 23Zm0-2a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z"
	/>
	<path
		fill="currentColor"
		d="M3 3a1 1 0 0 0 0 2h18a1 1 0 1 0 0-2H3ZM2 8a1 1 0 0 1 1-1h18a1 1 0 1 1 0 2H3a1 1 0 0 1-1-1ZM3 11a1 1 0 1 0 0 2h11a1 1 0 1 0 0-2H3ZM2 16a1 1 0 0 1 1-1h8a1 1 0 1 1 0 2H3a1 1 0 0 1-1-1ZM3 19a1 1 0 1 0 0 2h8a1 1 0 1 0 0-2H3Z"
	/>
`;function zo(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-label="Browse Channels"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Dc}
	</svg>`}var jc=I`
	<path
		fill="currentColor"
		d="M21.487 5.126L12.487 0.126C12.184 -0.042 11.818 -0.042 11.515 0.126L2.51498 5.126C2.19798 5.302 2.00098 5.636 2.00098 5.999C2.00098 6.693 2.11498 22.999 12.001 22.999C21.887 22.999 22.001 6.693 22.001 5.999C22.001 5.636 21.804 5.302 21.487 5.126ZM12.001 5.999C13.382 5.999 14.501 7.118 14.501 8.499C14.501 9.88 13.382 10.999 12.001 10.999C10.62 10.999 9.50098 9.88 9.50098 8.499C9.50098 7.118 10.62 5.999 12.001 5.999ZM8.25098 16C8.25098 13.699 9.69998 12.25 12.001 12.25C14.302 12.25 15.751 13.699 15.751 16H8.25098Z"
	/>
`;function xo(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-label="Customise Community"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${jc}
	</svg>`}var Lc=I`
	<path
		d="M11 3a1 1 0 1 1 2 0v2h5.75c.16 0 .3.07.4.2l2.63 3.5a.5.5 0 0 1 0 .6l-2.63 3.5a.5.5 0 0 1-.4.2H13v5h2a2 2 0 0 1 2 2v1a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-1c0-1.1.9-2 2-2h2v-5H2.8a.5.5 0 0 1-.44-.72L3.9 9.22a.5.5 0 0 0 0-.44L2.36 5.72A.5.5 0 0 1 2.81 5H11V3Z"
		fill="currentColor"
	/>
`;function _o(i={}){return n`<svg
		${V(i)}
		class="discord-mention-icon"
		aria-label="Server Guide"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Lc}
	</svg>`}var ms=function(i,s,e,t,r,o){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",p=!s&&i?t.static?i:i.prototype:null,m=s||(p?Object.getOwnPropertyDescriptor(p,t.name):{}),c,T=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(k){if(T)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(k||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(c=a(b.get))&&(m.get=c),(c=a(b.set))&&(m.set=c),(c=a(b.init))&&r.unshift(c)}else(c=a(b))&&(l==="field"?r.unshift(c):m[d]=c)}p&&Object.defineProperty(p,t.name,m),T=!0},pt=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},nn=(()=>{let i=[B("discord-mention")],s,e=[],t,r=j,o,a=[],l=[],d,p=[],m=[],c,T=[],w=[],_,y=[],b=[];var k=class extends r{static{t=this}static{let U=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[f({type:Boolean,reflect:!0})],d=[f({reflect:!0})],c=[f({reflect:!0})],_=[de({context:xe,subscribe:!0}),f({type:Boolean,reflect:!0,attribute:"light-theme"})],ms(this,null,o,{kind:"accessor",name:"highlight",static:!1,private:!1,access:{has:R=>"highlight"in R,get:R=>R.highlight,set:(R,se)=>{R.highlight=se}},metadata:U},a,l),ms(this,null,d,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:R=>"type"in R,get:R=>R.type,set:(R,se)=>{R.type=se}},metadata:U},p,m),ms(this,null,c,{kind:"accessor",name:"color",static:!1,private:!1,access:{has:R=>"color"in R,get:R=>R.color,set:(R,se)=>{R.color=se}},metadata:U},T,w),ms(this,null,_,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:R=>"lightTheme"in R,get:R=>R.lightTheme,set:(R,se)=>{R.lightTheme=se}},metadata:U},y,b),ms(null,s={value:t},i,{kind:"class",name:t.name,metadata:U},null,e),k=t=s.value,U&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:U})}static styles=oe`
		:host {
			color: #e3e7f8;
			background-color: hsla(235, 85.6%, 64.7%, 0.3);
			font-weight: 500;
			padding: 0 2px;
			border-radius: 3px;
			unicode-bidi: -moz-plaintext;
			unicode-bidi: plaintext;
			-webkit-transition:
				background-color 50ms ease-out,
				color 50ms ease-out;
			transition:
				background-color 50ms ease-out,
				color 50ms ease-out;
			cursor: pointer;
		}

		:host([type='role']) {
			background-color: rgba(#e3e7f8, 0.1);
		}

		:host([type='channel']) {
			position: relative;
		}

		:host([type='voice']),
		:host([type='locked']),
		:host([type='thread']),
		:host([type='forum']) {
			position: relative;
		}

		:host(:hover) {
			color: #fff;
			background-color: hsl(235, 85.6%, 64.7%);
		}

		:host([highlight][type='user']:hover) {
			text-decoration: underline;
			text-underline-offset: 1px;
		}

		:host([light-theme]) {
			color: #5865f2;
			background-color: hsla(235, 85.6%, 64.7%, 0.15);
		}

		:host([light-theme]:hover) {
			color: #ffffff;
			background-color: hsl(235, 85.6%, 64.7%);
		}

		.discord-mention-icon {
			width: 1rem;
			height: 1rem;
			margin-right: 4px;
			vertical-align: middle;
			margin-bottom: 0.2rem;
		}

		.no-wrap {
			white-space: nowrap;
		}
	`;#e=pt(this,a,!1);get highlight(){return this.#e}set highlight(U){this.#e=U}#t=(pt(this,l),pt(this,p,"user"));get type(){return this.#t}set type(U){this.#t=U}#i=(pt(this,m),pt(this,T,void 0));get color(){return this.#i}set color(U){this.#i=U}setHoverColor=(pt(this,w),()=>{this.color&&(this.style.backgroundColor=Mr(this.color,.3))});resetHoverColor=()=>{this.color&&(this.style.backgroundColor=Mr(this.color,.1))};#s=pt(this,y,!1);get lightTheme(){return this.#s}set lightTheme(U){this.#s=U}connectedCallback(){super.connectedCallback(),this.color&&this.type==="role"&&(this.addEventListener("mouseover",this.setHoverColor),this.addEventListener("mouseout",this.resetHoverColor))}disconnectedCallback(){this.removeEventListener("mouseover",this.setHoverColor),this.removeEventListener("mouseout",this.resetHoverColor),super.disconnectedCallback()}willUpdate(){this.color&&(this.style.color=this.color,this.type==="role"&&(this.style.backgroundColor=Mr(this.color,.1)))}render(){return n`<span class="no-wrap"
				>${an(this.type,[["channel",()=>as()],["user",()=>n`@`],["role",()=>n`@`],["voice",()=>hs()],["locked",()=>ls()],["thread",()=>ns()],["forum",()=>os()],["server-guide",()=>_o()],["channels-and-roles",()=>zo()],["customize-community",()=>xo()],["slash",()=>n`/`]])}</span
			><slot></slot>`}constructor(){super(...arguments),pt(this,b)}static{pt(t,e)}};return k=t})();var Pc=I`
 	<path 
		fill="currentColor" 
 		d="M15.56 11.77c.2-.1.44.02.44.23a4 4 0 1 1-4-4c.21 0 .33.25.23.44a2.5 2.5 0 0 0 3.32 3.32Z"
 	/>
  	<path 
		fill="currentColor" 
  		fill-rule="evenodd" 
  		d="M22.89 11.7q.105.3 0 .6C22.27 13.9 19.1 21 12 21c-7.11 0-10.27-7.11-10.89-8.7a.83.83 0 0 1 0-.6C1.73 10.1 4.9 3 12 3c7.11 0 10.27 7.11 10.89 8.7m-4.5-3.62A15.1 15.1 0 0 1 20.85 12c-.38.88-1.18 2.47-2.46 3.92C16.87 17.62 14.8 19 12 19s-4.87-1.38-6.39-3.08A15.1 15.1 0 0 1 3.15 12c.38-.88 1.18-2.47 2.46-3.92C7.13 6.38 9.2 5 12 5s4.87 1.38 6.39 3.08" 
  		clip-rule="evenodd"
  	/>
`;function $o(i={}){return n`<svg
		${V(i)}
		class="discord-message-ephemeral-icon"
		aria-hidden="false"
		width="16"
		height="16"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Pc}
	</svg>`}var ce=function(i,s,e,t,r,o){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",p=!s&&i?t.static?i:i.prototype:null,m=s||(p?Object.getOwnPropertyDescriptor(p,t.name):{}),c,T=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(k){if(T)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(k||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(c=a(b.get))&&(m.get=c),(c=a(b.set))&&(m.set=c),(c=a(b.init))&&r.unshift(c)}else(c=a(b))&&(l==="field"?r.unshift(c):m[d]=c)}p&&Object.defineProperty(p,t.name,m),T=!0},W=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},ln=(()=>{let i=[B("discord-message")],s,e=[],t,r=j,o,a=[],l=[],d,p=[],m=[],c,T=[],w=[],_,y=[],b=[],k,U=[],R=[],se,H=[],$=[],Y,ge=[],ye=[],we,Ie=[],Ve=[],De,je=[],Le=[],Pe,Ne=[],Be=[],Ue,qe=[],Fe=[],Ge,We=[],Ke=[],Ye,q=[],S=[],ee,P=[],C=[],re,Ii=[],Vi=[],Di,ji=[],Li=[],Pi,Ni=[],Bi=[],Ui,qi=[],Fi=[],Gi,D=[],x=[],N,Qt=[],Wi=[],js,da=[],ma=[],pa,fa=[],ua=[],va,ga=[],ba=[],ya,wa=[],za=[];var xa=class extends r{static{t=this}static{let E=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[f()],d=[f()],c=[f()],_=[f({type:Boolean})],k=[f({type:Boolean})],se=[f({type:Boolean,attribute:"official-app"})],Y=[f({type:Boolean})],we=[f({type:Boolean})],De=[f({type:Boolean})],Pe=[f({attribute:"role-color"})],Ue=[f({attribute:"role-icon"})],Ge=[f({attribute:"role-name"})],Ye=[f({attribute:"clan-icon"})],ee=[f({attribute:"clan-tag"})],re=[f({type:Boolean,reflect:!0})],Di=[f({type:Boolean,reflect:!0})],Pi=[f({type:String,converter:v=>ai(v,!1,!1),attribute:!0})],Ui=[f({type:Boolean,attribute:"twenty-four"})],Gi=[f({type:Boolean,attribute:"message-body-only"})],N=[de({context:xe}),f({type:Boolean,reflect:!0,attribute:"light-theme"})],js=[de({context:dt}),f({type:Boolean,reflect:!0,attribute:"compact-mode"})],pa=[de({context:yo}),f({type:Boolean,reflect:!0,attribute:"no-background"})],va=[f({type:Boolean,reflect:!0,attribute:"has-thread"})],ya=[f({reflect:!1,attribute:"dismiss-message-clicked"})],ce(this,null,o,{kind:"accessor",name:"profile",static:!1,private:!1,access:{has:v=>"profile"in v,get:v=>v.profile,set:(v,O)=>{v.profile=O}},metadata:E},a,l),ce(this,null,d,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:v=>"author"in v,get:v=>v.author,set:(v,O)=>{v.author=O}},metadata:E},p,m),ce(this,null,c,{kind:"accessor",name:"avatar",static:!1,private:!1,access:{has:v=>"avatar"in v,get:v=>v.avatar,set:(v,O)=>{v.avatar=O}},metadata:E},T,w),ce(this,null,_,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:v=>"bot"in v,get:v=>v.bot,set:(v,O)=>{v.bot=O}},metadata:E},y,b),ce(this,null,k,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:v=>"server"in v,get:v=>v.server,set:(v,O)=>{v.server=O}},metadata:E},U,R),ce(this,null,se,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:v=>"officialApp"in v,get:v=>v.officialApp,set:(v,O)=>{v.officialApp=O}},metadata:E},H,$),ce(this,null,Y,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:v=>"verified"in v,get:v=>v.verified,set:(v,O)=>{v.verified=O}},metadata:E},ge,ye),ce(this,null,we,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:v=>"op"in v,get:v=>v.op,set:(v,O)=>{v.op=O}},metadata:E},Ie,Ve),ce(this,null,De,{kind:"accessor",name:"edited",static:!1,private:!1,access:{has:v=>"edited"in v,get:v=>v.edited,set:(v,O)=>{v.edited=O}},metadata:E},je,Le),ce(this,null,Pe,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:v=>"roleColor"in v,get:v=>v.roleColor,set:(v,O)=>{v.roleColor=O}},metadata:E},Ne,Be),ce(this,null,Ue,{kind:"accessor",name:"roleIcon",static:!1,private:!1,access:{has:v=>"roleIcon"in v,get:v=>v.roleIcon,set:(v,O)=>{v.roleIcon=O}},metadata:E},qe,Fe),ce(this,null,Ge,{kind:"accessor",name:"roleName",static:!1,private:!1,access:{has:v=>"roleName"in v,get:v=>v.roleName,set:(v,O)=>{v.roleName=O}},metadata:E},We,Ke),ce(this,null,Ye,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:v=>"clanIcon"in v,get:v=>v.clanIcon,set:(v,O)=>{v.clanIcon=O}},metadata:E},q,S),ce(this,null,ee,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:v=>"clanTag"in v,get:v=>v.clanTag,set:(v,O)=>{v.clanTag=O}},metadata:E},P,C),ce(this,null,re,{kind:"accessor",name:"highlight",static:!1,private:!1,access:{has:v=>"highlight"in v,get:v=>v.highlight,set:(v,O)=>{v.highlight=O}},metadata:E},Ii,Vi),ce(this,null,Di,{kind:"accessor",name:"ephemeral",static:!1,private:!1,access:{has:v=>"ephemeral"in v,get:v=>v.ephemeral,set:(v,O)=>{v.ephemeral=O}},metadata:E},ji,Li),ce(this,null,Pi,{kind:"accessor",name:"timestamp",static:!1,private:!1,access:{has:v=>"timestamp"in v,get:v=>v.timestamp,set:(v,O)=>{v.timestamp=O}},metadata:E},Ni,Bi),ce(this,null,Ui,{kind:"accessor",name:"twentyFour",static:!1,private:!1,access:{has:v=>"twentyFour"in v,get:v=>v.twentyFour,set:(v,O)=>{v.twentyFour=O}},metadata:E},qi,Fi),ce(this,null,Gi,{kind:"accessor",name:"messageBodyOnly",static:!1,private:!1,access:{has:v=>"messageBodyOnly"in v,get:v=>v.messageBodyOnly,set:(v,O)=>{v.messageBodyOnly=O}},metadata:E},D,x),ce(this,null,N,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:v=>"lightTheme"in v,get:v=>v.lightTheme,set:(v,O)=>{v.lightTheme=O}},metadata:E},Qt,Wi),ce(this,null,js,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:v=>"compactMode"in v,get:v=>v.compactMode,set:(v,O)=>{v.compactMode=O}},metadata:E},da,ma),ce(this,null,pa,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:v=>"noBackground"in v,get:v=>v.noBackground,set:(v,O)=>{v.noBackground=O}},metadata:E},fa,ua),ce(this,null,va,{kind:"accessor",name:"hasThread",static:!1,private:!1,access:{has:v=>"hasThread"in v,get:v=>v.hasThread,set:(v,O)=>{v.hasThread=O}},metadata:E},ga,ba),ce(this,null,ya,{kind:"accessor",name:"dismissMessageClicked",static:!1,private:!1,access:{has:v=>"dismissMessageClicked"in v,get:v=>v.dismissMessageClicked,set:(v,O)=>{v.dismissMessageClicked=O}},metadata:E},wa,za),ce(null,s={value:t},i,{kind:"class",name:t.name,metadata:E},null,e),xa=t=s.value,E&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:E})}static styles=oe`
		:host {
			color: #dcddde;
			display: flex;
			flex-direction: column;
			font-size: 0.9em;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;

			position: relative;
			word-wrap: break-word;
			-webkit-user-select: text;
			-moz-user-select: text;
			-ms-user-select: text;
			user-select: text;
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
			min-height: 1.375rem;
			padding-left: 1em;
			padding-right: 48px;
			margin-top: inherit;
			margin-bottom: inherit;
			line-height: 16px;
		}

		.discord-message-inner {
			display: flex;
			position: relative;
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
		}

		.discord-message-inner-center {
			align-items: center;
		}

		:host([message-body-only]) {
			margin-top: 0px !important;
			padding-top: 0.125rem !important;
			padding-bottom: 0.0625rem !important;
		}

		:host([highlight]),
		:host([ephemeral]) {
			padding-right: 5px;
			position: relative;
		}

		:host([highlight])::before,
		:host([ephemeral])::before {
			content: '';
			position: absolute;
			display: block;
			top: 0;
			left: 0;
			bottom: 0;
			pointer-events: none;
			width: 2px;
		}

		:host([highlight]) {
			background-color: rgba(250, 166, 26, 0.1);
		}

		:host([highlight][light-theme]) {
			background-color: rgba(250, 166, 26, 0.1);
		}

		:host([highlight])::before {
			background-color: #faa61a;
		}

		:host([light-theme][highlight])::before {
			background-color: #af7615;
		}

		:host([ephemeral]) {
			background-color: rgba(88, 101, 242, 0.05);
		}

		:host([ephemeral]:hover) {
			background-color: rgba(88, 101, 242, 0.1);
		}

		:host([ephemeral])::before {
			background-color: #5865f2;
		}

		:host([light-theme]) {
			color: #2e3338;
			border-color: #eceeef;
		}

		.discord-author-avatar {
			margin-right: 16px;
			margin-top: 5px;
			min-width: 40px;
			z-index: 1;
			display: flex;
		}

		.discord-author-avatar img {
			width: 40px;
			height: 40px;
			border-radius: 50%;
			cursor: pointer;
		}

		.discord-message-timestamp {
			color: #72767d;
			font-size: 12px;
			margin-left: 3px;
		}

		.discord-message-body-only-indent {
			width: 56px;
		}

		:host(:hover) .discord-message-timestamp-hover::before {
			content: attr(datetime);
		}

		:host([light-theme]) .discord-message-timestamp {
			color: #747f8d;
		}

		.discord-message-edited {
			color: #72767d;
			font-size: 10px;
		}

		:host([light-theme]) .discord-message-edited {
			color: #99aab5;
		}

		.discord-message-content {
			width: 100%;
			line-height: 160%;
			font-weight: normal;
			padding-top: 2px;
		}

		.discord-message-body {
			font-size: 1rem;
			font-weight: 400;
			word-break: break-word;
			position: relative;
		}

		:host([light-theme]) .discord-message-timestamp,
		:host([compact-mode]) .discord-message:hover .discord-message-timestamp {
			color: #99aab5;
		}

		:host([light-theme][compact-mode]).discord-message-timestamp {
			color: #d1d9de;
		}

		:host([compact-mode]) .discord-message-timestamp {
			display: inline-block;
			width: 3.1rem;
			text-align: right;
			font-size: 0.6875rem;
			line-height: 1.375rem;
			margin-right: 0.375rem;
			margin-left: 0;
			text-indent: 0;
		}

		:host([compact-mode]) .discord-message-body {
			line-height: 1.375rem;
			padding-left: 10px;
			margin-left: -6px;
		}

		:host([compact-mode]) .discord-message-compact-indent {
			padding-left: 10px;
		}

		:host .discord-message-markup {
			font-size: 1rem;
			line-height: 1.375rem;
			word-wrap: break-word;
			user-select: text;
			font-weight: 400;
			display: inline;
		}

		:host(:hover) {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.03);
		}

		:host([highlight]:hover) {
			background-color: hsl(40 calc(1 * 86.4%) 56.9%/0.08);
		}

		:host([has-thread]):after {
			width: 2rem;
			left: 2.2rem;
			top: 4.8rem;
			border-left: 2px solid #4f545c !important;
			border-bottom: 2px solid #4f545c !important;
			border-bottom-left-radius: 8px !important;
			bottom: 29px;
			content: '';
			position: absolute;
		}

		:host([light-theme][has-Thread]):after {
			border-color: #747f8d !important;
		}

		.discord-message-ephemeral {
			margin-top: 4px;
			font-size: 12px;
			font-weight: 400;
			color: #72767d;
		}

		:host([light-theme]) .discord-message-ephemeral {
			color: #747f8d;
		}

		.discord-message-ephemeral .discord-message-ephemeral-link {
			color: #00aff4;
			font-weight: 500;
			cursor: pointer;
		}

		.discord-message-ephemeral .discord-message-ephemeral-link:hover {
			text-decoration: underline;
		}

		.discord-message-ephemeral .discord-message-ephemeral-icon {
			margin-right: 4px;
			vertical-align: text-bottom;
		}
	`;#e=W(this,a,void 0);get profile(){return this.#e}set profile(E){this.#e=E}#t=(W(this,l),W(this,p,"User"));get author(){return this.#t}set author(E){this.#t=E}#i=(W(this,m),W(this,T,void 0));get avatar(){return this.#i}set avatar(E){this.#i=E}#s=(W(this,w),W(this,y,!1));get bot(){return this.#s}set bot(E){this.#s=E}#r=(W(this,b),W(this,U,!1));get server(){return this.#r}set server(E){this.#r=E}#o=(W(this,R),W(this,H,!1));get officialApp(){return this.#o}set officialApp(E){this.#o=E}#a=(W(this,$),W(this,ge,!1));get verified(){return this.#a}set verified(E){this.#a=E}#n=(W(this,ye),W(this,Ie,!1));get op(){return this.#n}set op(E){this.#n=E}#h=(W(this,Ve),W(this,je,!1));get edited(){return this.#h}set edited(E){this.#h=E}#c=(W(this,Le),W(this,Ne,void 0));get roleColor(){return this.#c}set roleColor(E){this.#c=E}#d=(W(this,Be),W(this,qe,void 0));get roleIcon(){return this.#d}set roleIcon(E){this.#d=E}#l=(W(this,Fe),W(this,We,void 0));get roleName(){return this.#l}set roleName(E){this.#l=E}#m=(W(this,Ke),W(this,q,void 0));get clanIcon(){return this.#m}set clanIcon(E){this.#m=E}#p=(W(this,S),W(this,P,void 0));get clanTag(){return this.#p}set clanTag(E){this.#p=E}#f=(W(this,C),W(this,Ii,!1));get highlight(){return this.#f}set highlight(E){this.#f=E}#u=(W(this,Vi),W(this,ji,!1));get ephemeral(){return this.#u}set ephemeral(E){this.#u=E}#v=(W(this,Li),W(this,Ni,new Date));get timestamp(){return this.#v}set timestamp(E){this.#v=E}#g=(W(this,Bi),W(this,qi,!1));get twentyFour(){return this.#g}set twentyFour(E){this.#g=E}#b=(W(this,Fi),W(this,D,!1));get messageBodyOnly(){return this.#b}set messageBodyOnly(E){this.#b=E}#y=(W(this,x),W(this,Qt,!1));get lightTheme(){return this.#y}set lightTheme(E){this.#y=E}#w=(W(this,Wi),W(this,da,!1));get compactMode(){return this.#w}set compactMode(E){this.#w=E}#z=(W(this,ma),W(this,fa,!1));get noBackground(){return this.#z}set noBackground(E){this.#z=E}#x=(W(this,ua),W(this,ga,!1));get hasThread(){return this.#x}set hasThread(E){this.#x=E}#_=(W(this,ba),W(this,wa,()=>{}));get dismissMessageClicked(){return this.#_}set dismissMessageClicked(E){this.#_=E}willUpdate(){this.hasThread=Array.from(this.children).some(E=>E.tagName.toLowerCase()==="discord-thread"),this.highlight=this.highlight||Array.from(this.children).some(E=>E.tagName.toLowerCase()==="discord-mention"&&E.hasAttribute("highlight")&&(E.type==="user"||E.type==="role"))}handleSpaceToDismissMessage(E){E.code==="Space"&&(E.preventDefault(),E.stopPropagation(),this.dismissMessageClicked?.())}render(){let E={author:this.author,bot:this.bot,officialApp:this.officialApp,verified:this.verified,server:this.server,op:this.op,roleColor:this.roleColor,roleIcon:this.roleIcon,clanIcon:this.clanIcon,clanTag:this.clanTag,roleName:this.roleName},v=this.profile!==void 0&&Reflect.get(xr,this.profile)||{},O={...E,...v,avatar:this.resolveAvatar(v.avatar??this.avatar)},Ki=ai(this.timestamp,this.compactMode,this.twentyFour)??void 0;return n`
			<slot name="reply"></slot>
			<div
				class=${Tt({"discord-message-inner":!0,"discord-message-inner-center":this.messageBodyOnly})}
			>
				${Z(this.compactMode&&!this.messageBodyOnly,()=>n`<time datetime="${ae(Ki)}" class="discord-message-timestamp">${Ki}</time>`,()=>null)}
				${Z(this.messageBodyOnly,()=>n`<time
							datetime="${ae(Ki)}"
							class=${Tt({"discord-message-timestamp":!0,"discord-message-timestamp-hover":!0,"discord-message-body-only-indent":!this.compactMode})}
						></time>`,()=>null)}
				${Z(this.compactMode||this.messageBodyOnly,()=>null,()=>n`<div class="discord-author-avatar">
							<img src="${ae(O.avatar)}" alt="${ae(O.author)}" />
						</div>`)}

				<div class="discord-message-content">
					${Z(this.compactMode||this.messageBodyOnly,()=>null,()=>n`
							<discord-author-info
								author=${O.author??""}
								?bot=${O.bot??!1}
								?server=${O.server??!1}
								?official-app=${O.officialApp??!1}
								?verified=${O.verified??!1}
								?op=${O.op??!1}
								role-color=${O.roleColor??""}
								role-icon=${O.roleIcon??""}
								role-name=${O.roleName??""}
								clan-icon=${O.clanIcon??""}
								clan-tag=${O.clanTag??""}
							></discord-author-info
							><time datetime="${ae(Ki)}" class="discord-message-timestamp">${Ki}</time>
						`)}
					<div class="discord-message-body">
						${Z(this.compactMode,()=>n`<discord-author-info
									author=${O.author??""}
									?bot=${O.bot??!1}
									?server=${O.server??!1}
									?official-app=${O.officialApp??!1}
									?verified=${O.verified??!1}
									?op=${O.op??!1}
									role-color=${O.roleColor??""}
									role-icon=${O.roleIcon??""}
									role-name=${O.roleName??""}
									clan-icon=${O.clanIcon??""}
									clan-tag=${O.clanTag??""}
								></discord-author-info>`,()=>null)}<span class="discord-message-markup"><slot></slot></span>
						${Z(this.edited,()=>n`<span class="discord-message-edited">(edited)</span>`,()=>null)}
					</div>
					<div class="discord-message-compact-indent">
						<slot name="attachments"></slot>
						<slot name="embeds"></slot>
						<slot name="components"></slot>
						<slot name="reactions"></slot>
						<slot name="thread"></slot>
						${Z(this.ephemeral,()=>n`
								<div class="discord-message-ephemeral">
									${$o()} Only you can see this •
									<span
										role="button"
										class="discord-message-ephemeral-link"
										@click=${this.dismissMessageClicked}
										@keydown=${this.handleSpaceToDismissMessage}
										>Dismiss message</span
									>
								</div>
							`,()=>null)}
					</div>
				</div>
			</div>
		`}resolveAvatar(E){return E===void 0?Nt.default:Nt[E]??E??Nt.default}constructor(){super(...arguments),W(this,za)}static{W(t,e)}};return xa=t})();var Nc=I`
	<path
		fill="currentColor"
		d="M56 50.6667V13.3333C56 10.4 53.6 8 50.6667 8H13.3333C10.4 8 8 10.4 8 13.3333V50.6667C8 53.6 10.4 56 13.3333 56H50.6667C53.6 56 56 53.6 56 50.6667ZM22.6667 36L29.3333 44.0267L38.6667 32L50.6667 48H13.3333L22.6667 36Z"
	/>
`;function Mo(i={}){return n`<svg ${V(i)} aria-hidden="false" width="64" height="64" viewBox="0 0 64 64">${Nc}</svg>`}var Bc=I`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M5 3C3.89543 3 3 3.89543 3 5V19C3 20.1046 3.89543 21 5 21H19C20.1046 21 21 20.1046 21 19V5C21 3.89543 20.1046 3 19 3H5ZM16.8995 8.41419L15.4853 6.99998L7 15.4853L8.41421 16.8995L16.8995 8.41419Z"
	/>
`;function ko(i){return n`<svg ${V(i||{})} class="discord-command-icon" aria-hidden="false" width="24" height="24" viewBox="0 0 24 24">
		${Bc}
	</svg>`}var Uc=I`
	<path
		d="M0.809739 3.59646L5.12565 0.468433C5.17446 0.431163 5.23323 0.408043 5.2951 0.401763C5.35698 0.395482 5.41943 0.406298 5.4752 0.432954C5.53096 0.45961 5.57776 0.50101 5.61013 0.552343C5.64251 0.603676 5.65914 0.662833 5.6581 0.722939V2.3707C10.3624 2.3707 11.2539 5.52482 11.3991 7.21174C11.4028 7.27916 11.3848 7.34603 11.3474 7.40312C11.3101 7.46021 11.2554 7.50471 11.1908 7.53049C11.1262 7.55626 11.0549 7.56204 10.9868 7.54703C10.9187 7.53201 10.857 7.49695 10.8104 7.44666C8.72224 5.08977 5.6581 5.63359 5.6581 5.63359V7.28135C5.65831 7.34051 5.64141 7.39856 5.60931 7.44894C5.5772 7.49932 5.53117 7.54004 5.4764 7.5665C5.42163 7.59296 5.3603 7.60411 5.29932 7.59869C5.23834 7.59328 5.18014 7.57151 5.13128 7.53585L0.809739 4.40892C0.744492 4.3616 0.691538 4.30026 0.655067 4.22975C0.618596 4.15925 0.599609 4.08151 0.599609 4.00269C0.599609 3.92386 0.618596 3.84612 0.655067 3.77562C0.691538 3.70511 0.744492 3.64377 0.809739 3.59646Z"
		fill="currentColor"
	/>
`;function To(i={}){return n`<svg ${V(i)} class="discord-reply-icon" aria-hidden="false" width="12" height="8" viewBox="0 0 12 8">${Uc}</svg>`}var fe=function(i,s,e,t,r,o){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",p=!s&&i?t.static?i:i.prototype:null,m=s||(p?Object.getOwnPropertyDescriptor(p,t.name):{}),c,T=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(k){if(T)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(k||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(c=a(b.get))&&(m.get=c),(c=a(b.set))&&(m.set=c),(c=a(b.init))&&r.unshift(c)}else(c=a(b))&&(l==="field"?r.unshift(c):m[d]=c)}p&&Object.defineProperty(p,t.name,m),T=!0},te=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},hn=(()=>{let i=[B("discord-reply")],s,e=[],t,r=j,o,a=[],l=[],d,p=[],m=[],c,T=[],w=[],_,y=[],b=[],k,U=[],R=[],se,H=[],$=[],Y,ge=[],ye=[],we,Ie=[],Ve=[],De,je=[],Le=[],Pe,Ne=[],Be=[],Ue,qe=[],Fe=[],Ge,We=[],Ke=[],Ye,q=[],S=[],ee,P=[],C=[],re,Ii=[],Vi=[],Di,ji=[],Li=[],Pi,Ni=[],Bi=[],Ui,qi=[],Fi=[];var Gi=class extends r{static{t=this}static{let D=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;o=[f()],d=[f()],c=[f()],_=[f({type:Boolean})],k=[f({type:Boolean})],se=[f({type:Boolean,attribute:"official-app"})],Y=[f({type:Boolean})],we=[f({type:Boolean})],De=[f({type:Boolean})],Pe=[f({attribute:"role-color"})],Ue=[f({type:Boolean})],Ge=[f({type:Boolean})],Ye=[f({type:Boolean})],ee=[f({attribute:"clan-icon"})],re=[f({attribute:"clan-tag"})],Di=[f({type:Boolean,reflect:!0})],Pi=[de({context:xe}),f({type:Boolean,reflect:!0,attribute:"light-theme"})],Ui=[de({context:dt}),f({type:Boolean,reflect:!0,attribute:"compact-mode"})],fe(this,null,o,{kind:"accessor",name:"profile",static:!1,private:!1,access:{has:x=>"profile"in x,get:x=>x.profile,set:(x,N)=>{x.profile=N}},metadata:D},a,l),fe(this,null,d,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:x=>"author"in x,get:x=>x.author,set:(x,N)=>{x.author=N}},metadata:D},p,m),fe(this,null,c,{kind:"accessor",name:"avatar",static:!1,private:!1,access:{has:x=>"avatar"in x,get:x=>x.avatar,set:(x,N)=>{x.avatar=N}},metadata:D},T,w),fe(this,null,_,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:x=>"bot"in x,get:x=>x.bot,set:(x,N)=>{x.bot=N}},metadata:D},y,b),fe(this,null,k,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:x=>"server"in x,get:x=>x.server,set:(x,N)=>{x.server=N}},metadata:D},U,R),fe(this,null,se,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:x=>"officialApp"in x,get:x=>x.officialApp,set:(x,N)=>{x.officialApp=N}},metadata:D},H,$),fe(this,null,Y,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:x=>"op"in x,get:x=>x.op,set:(x,N)=>{x.op=N}},metadata:D},ge,ye),fe(this,null,we,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:x=>"verified"in x,get:x=>x.verified,set:(x,N)=>{x.verified=N}},metadata:D},Ie,Ve),fe(this,null,De,{kind:"accessor",name:"edited",static:!1,private:!1,access:{has:x=>"edited"in x,get:x=>x.edited,set:(x,N)=>{x.edited=N}},metadata:D},je,Le),fe(this,null,Pe,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:x=>"roleColor"in x,get:x=>x.roleColor,set:(x,N)=>{x.roleColor=N}},metadata:D},Ne,Be),fe(this,null,Ue,{kind:"accessor",name:"command",static:!1,private:!1,access:{has:x=>"command"in x,get:x=>x.command,set:(x,N)=>{x.command=N}},metadata:D},qe,Fe),fe(this,null,Ge,{kind:"accessor",name:"attachment",static:!1,private:!1,access:{has:x=>"attachment"in x,get:x=>x.attachment,set:(x,N)=>{x.attachment=N}},metadata:D},We,Ke),fe(this,null,Ye,{kind:"accessor",name:"mentions",static:!1,private:!1,access:{has:x=>"mentions"in x,get:x=>x.mentions,set:(x,N)=>{x.mentions=N}},metadata:D},q,S),fe(this,null,ee,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:x=>"clanIcon"in x,get:x=>x.clanIcon,set:(x,N)=>{x.clanIcon=N}},metadata:D},P,C),fe(this,null,re,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:x=>"clanTag"in x,get:x=>x.clanTag,set:(x,N)=>{x.clanTag=N}},metadata:D},Ii,Vi),fe(this,null,Di,{kind:"accessor",name:"deleted",static:!1,private:!1,access:{has:x=>"deleted"in x,get:x=>x.deleted,set:(x,N)=>{x.deleted=N}},metadata:D},ji,Li),fe(this,null,Pi,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:x=>"lightTheme"in x,get:x=>x.lightTheme,set:(x,N)=>{x.lightTheme=N}},metadata:D},Ni,Bi),fe(this,null,Ui,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:x=>"compactMode"in x,get:x=>x.compactMode,set:(x,N)=>{x.compactMode=N}},metadata:D},qi,Fi),fe(null,s={value:t},i,{kind:"class",name:t.name,metadata:D},null,e),Gi=t=s.value,D&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:D})}static styles=oe`
		:host {
			color: #b9bbbe;
			display: flex;
			font-size: 0.875rem;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;

			padding-top: 2px;
			margin-left: 56px;
			margin-bottom: 4px;
			align-items: center;
			line-height: 1.125rem;
			position: relative;
			white-space: pre;
			user-select: none;
		}

		:host([light-theme]) {
			color: #4f5660;
		}

		:host([compact-mode]),
		:host([deleted]) {
			margin-left: 62px;
			margin-bottom: 0;
		}

		:host:before {
			content: '';
			display: block;
			position: absolute;
			top: 50%;
			right: 100%;
			bottom: 0;
			left: -36px;
			margin-right: 4px;
			margin-top: -1px;
			margin-left: -1px;
			margin-bottom: -2px;
			border-left: 2px solid #4f545c !important;
			border-bottom: 0 solid #4f545c !important;
			border-right: 0 solid #4f545c !important;
			border-top: 2px solid #4f545c !important;
			border-top-left-radius: 6px;
		}

		:host([light-theme]):before {
			border-color: #747f8d !important;
		}

		.discord-replied-message-avatar,
		.discord-reply-badge {
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
			width: 16px;
			height: 16px;
			border-radius: 50%;
			user-select: none;
			margin-right: 0.25rem;
		}

		.discord-reply-badge {
			display: flex;
			align-items: center;
			justify-content: center;
			color: #b9bbbe;
			background: #202225;
		}

		:host([light-theme]) .discord-reply-badge {
			color: #4f5660;
			background: #e3e5e8;
		}

		:host .discord-clan-tag {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.8);
			color: #fff;
			font-size: 12px;
			font-weight: 500;
			margin-right: 0.25rem;
			border-radius: 4px;
			line-height: 100%;
			text-transform: uppercase;
			justify-content: space-between;
			display: inline-flex;
			align-items: center;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			height: 1.2rem;
			opacity: 0.55;
			transition: background-color 100ms ease-in-out;
			cursor: pointer;
		}

		:host .discord-clan-tag:hover {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.5);
		}

		:host([light-theme]) .discord-clan-tag {
			opacity: 0.65;
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.09);
			color: #000;
		}

		:host([light-theme]) .discord-clan-tag:hover {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.03);
		}

		:host .discord-clan-tag svg,
		:host .discord-clan-tag img {
			display: inline-flex;
			align-items: center;
			margin-right: 0.25rem;
			right: 0.25rem;
		}

		:host .discord-clan-tag span {
			display: inline-flex;
			align-items: center;
			user-select: none;
			-webkit-user-select: none;
			line-height: 1rem !important;
		}

		.discord-application-tag {
			background-color: hsl(235, 85.6%, 64.7%);
			color: #fff;
			font-size: 0.625rem;
			margin-right: 0.25rem;
			line-height: 100%;
			text-transform: uppercase;

			/* Use flex layout to ensure both verified icon and "BOT" text are aligned to center */
			display: flex;
			align-items: center;

			/* Styling taken through Inspect Element on Discord client for Windows */
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host([compact-mode]) .discord-application-tag {
			margin-right: 0.25rem;
		}

		.discord-application-tag .discord-application-tag-verified {
			width: 0.9375rem;
			height: 0.9375rem;
			margin-left: -0.1rem;
		}

		.discord-application-tag.discord-application-tag-op {
			background-color: #c9cdfb;
			color: #4752c4;
			border-radius: 0.4rem;
		}

		.discord-replied-message-username {
			flex-shrink: 0;
			font-size: inherit;
			line-height: inherit;
			margin-right: 0.25rem;
			opacity: 0.64;
			font-weight: 500;
			color: #fff;
		}

		.discord-replied-message-username:hover {
			text-decoration: underline;
			cursor: pointer;
		}

		.discord-replied-message-content {
			color: inherit;
			font-size: inherit;
			line-height: inherit;
			white-space: pre;
			text-overflow: ellipsis;
			user-select: none;
			cursor: pointer;
		}

		.discord-replied-deleted-message-content {
			color: inherit;
			font-size: inherit;
			line-height: inherit;
			white-space: pre;
			text-overflow: ellipsis;
		}

		.discord-message-edited {
			color: #72767d;
			font-size: 10px;
		}

		:host([light-theme]) .discord-message-edited {
			color: #99aab5;
		}

		.discord-replied-message-content:hover {
			color: #fff;
		}

		:host([light-theme]) .discord-replied-message-content:hover {
			color: #000;
		}

		:host .discord-replied-message-content .discord-message-edited {
			margin-left: 0.25rem;
		}

		.discord-replied-message-content-icon {
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
			width: 20px;
			height: 20px;
			margin-left: 4px;
		}
	`;#e=te(this,a,void 0);get profile(){return this.#e}set profile(D){this.#e=D}#t=(te(this,l),te(this,p,"User"));get author(){return this.#t}set author(D){this.#t=D}#i=(te(this,m),te(this,T,void 0));get avatar(){return this.#i}set avatar(D){this.#i=D}#s=(te(this,w),te(this,y,!1));get bot(){return this.#s}set bot(D){this.#s=D}#r=(te(this,b),te(this,U,!1));get server(){return this.#r}set server(D){this.#r=D}#o=(te(this,R),te(this,H,!1));get officialApp(){return this.#o}set officialApp(D){this.#o=D}#a=(te(this,$),te(this,ge,!1));get op(){return this.#a}set op(D){this.#a=D}#n=(te(this,ye),te(this,Ie,!1));get verified(){return this.#n}set verified(D){this.#n=D}#h=(te(this,Ve),te(this,je,!1));get edited(){return this.#h}set edited(D){this.#h=D}#c=(te(this,Le),te(this,Ne,void 0));get roleColor(){return this.#c}set roleColor(D){this.#c=D}#d=(te(this,Be),te(this,qe,!1));get command(){return this.#d}set command(D){this.#d=D}#l=(te(this,Fe),te(this,We,!1));get attachment(){return this.#l}set attachment(D){this.#l=D}#m=(te(this,Ke),te(this,q,!1));get mentions(){return this.#m}set mentions(D){this.#m=D}#p=(te(this,S),te(this,P,void 0));get clanIcon(){return this.#p}set clanIcon(D){this.#p=D}#f=(te(this,C),te(this,Ii,void 0));get clanTag(){return this.#f}set clanTag(D){this.#f=D}#u=(te(this,Vi),te(this,ji,!1));get deleted(){return this.#u}set deleted(D){this.#u=D}#v=(te(this,Li),te(this,Ni,!1));get lightTheme(){return this.#v}set lightTheme(D){this.#v=D}#g=(te(this,Bi),te(this,qi,!1));get compactMode(){return this.#g}set compactMode(D){this.#g=D}resolveAvatar(D){return Nt[D]??D??Nt.default}render(){let D={author:this.author,bot:this.bot,verified:this.verified,officialApp:this.officialApp,op:this.op,server:this.server,roleColor:this.roleColor,clanIcon:this.clanIcon,clanTag:this.clanTag},x=Reflect.get(xr,this.profile)??{},N={...D,...x,avatar:this.resolveAvatar(x.avatar??this.avatar)},Qt=_r(N.clanIcon),Wi=N.clanTag?.slice(0,4),js=n`
			${Z(N.bot&&!N.server&&!N.officialApp,()=>n`<span class="discord-application-tag">${N.verified?kt():""}App</span>`)}
			${Z(N.server&&!N.bot&&!N.officialApp,()=>n`<span class="discord-application-tag">Server</span>`)}
			${Z(N.officialApp&&!N.server&&!N.bot,()=>n`<span class="discord-application-tag">${kt()}OFFICIAL</span>`)}
		`;return n`${Z(this.compactMode||this.deleted,()=>n`<div class="discord-reply-badge">${To()}</div>`,()=>n`<img class="discord-replied-message-avatar" src="${ae(N.avatar)}" alt="${ae(N.author)}" />`)}
		${Z(this.deleted,()=>n`<div class="discord-replied-deleted-message-content"><em>Original message was deleted</em></div>`,()=>n`${js}
					<span class="discord-replied-message-username" style=${Bt({color:N.roleColor})}
						>${Z(this.mentions,()=>"@")}${N.author}</span
					>
					${Z(N.clanIcon&&N.clanTag&&N.clanTag?.length>0,()=>n`<span class="discord-clan-tag">
								${Qt==="string"?n`<img
											srcset=${ae(Qt)}
											alt=${ae(Wi)}
											width="12"
											height="12"
											draggable="false"
										/>`:Qt}
								<span>${Wi}</span>
							</span>`)}
					<!-- display: inline -->
					<div class="discord-replied-message-content"
						><slot></slot>${Z(this.edited,()=>n`<span class="discord-message-edited">(edited)</span>`)}</div
					>
					${Z(this.command,()=>ko({class:"discord-replied-message-content-icon"}),()=>Z(this.attachment,()=>Mo({class:"discord-replied-message-content-icon"})))}`)}`}constructor(){super(...arguments),te(this,Fi)}static{te(t,e)}};return Gi=t})();var qc=function(i,s,e,t,r,o){function a(k){if(k!==void 0&&typeof k!="function")throw new TypeError("Function expected");return k}for(var l=t.kind,d=l==="getter"?"get":l==="setter"?"set":"value",p=!s&&i?t.static?i:i.prototype:null,m=s||(p?Object.getOwnPropertyDescriptor(p,t.name):{}),c,T=!1,w=e.length-1;w>=0;w--){var _={};for(var y in t)_[y]=y==="access"?{}:t[y];for(var y in t.access)_.access[y]=t.access[y];_.addInitializer=function(k){if(T)throw new TypeError("Cannot add initializers after decoration has completed");o.push(a(k||null))};var b=(0,e[w])(l==="accessor"?{get:m.get,set:m.set}:m[d],_);if(l==="accessor"){if(b===void 0)continue;if(b===null||typeof b!="object")throw new TypeError("Object expected");(c=a(b.get))&&(m.get=c),(c=a(b.set))&&(m.set=c),(c=a(b.init))&&r.unshift(c)}else(c=a(b))&&(l==="field"?r.unshift(c):m[d]=c)}p&&Object.defineProperty(p,t.name,m),T=!0},Fc=function(i,s,e){for(var t=arguments.length>2,r=0;r<s.length;r++)e=t?s[r].call(i,e):s[r].call(i);return t?e:void 0},Zu=(()=>{let i=[B("discord-embed-fields")],s,e=[],t,r=j;var o=class extends r{static{t=this}static{let a=typeof Symbol=="function"&&Symbol.metadata?Object.create(r[Symbol.metadata]??null):void 0;qc(null,s={value:t},i,{kind:"class",name:t.name,metadata:a},null,e),o=t=s.value,a&&Object.defineProperty(t,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:a})}static styles=oe`
		:host {
			display: grid;
			grid-column: 1/1;
			margin-top: 8px;
			grid-gap: 8px;
		}

		::slotted([inline-index='1']) {
			grid-column: 1/5 !important;
		}

		::slotted([inline-index='2']) {
			grid-column: 5/9 !important;
		}

		::slotted([inline-index='3']) {
			grid-column: 9/13 !important;
		}
	`;render(){return n`<slot></slot>`}static{Fc(t,e)}};return o=t})();function ft(i,...s){i.elementStyles.push(...s)}ft(ln,oe`
    :host {
      color: var(--text);
      font-family: inherit;
      font-size: 1rem;
      padding: 0.125rem 0.5rem 0.125rem 1rem;
      margin: 0;
      min-width: 0;
    }
    :host(:hover), :host([highlight]:hover) { background: none; }
    .discord-message-content { min-width: 0; }
    .discord-message-timestamp,
    .discord-message-edited {
      color: var(--text-muted) !important;
      font-size: 0.75rem;
    }
    .discord-author-avatar img { cursor: default; }
    .discord-message-body { white-space: normal; }
    @media (max-width: 480px) {
      :host { padding-left: 0.5rem; padding-right: 0.25rem; }
      .discord-author-avatar { margin-right: 8px; min-width: 32px; }
      .discord-author-avatar img { width: 32px; height: 32px; }
      .discord-message-body-only-indent { width: 40px; }
    }
  `);ft(en,oe`
    :host .discord-author-username { color: var(--text-strong); font-weight: 600; cursor: default; }
    :host .discord-author-username:hover { text-decoration: none; }
    :host .discord-application-tag { background: var(--accent); }
  `);ft(Ja,oe`
    :host { background: var(--accent); color: var(--on-accent); }
  `);ft(tn,oe`
    :host { color: var(--text); font-size: 0.875rem; margin: 4px 0; min-width: 0; }
    :host .discord-left-border { background: var(--embed-color, var(--line)); }
    :host .discord-embed-root { min-width: 0; flex: 0 1 auto; }
    :host .discord-embed-wrapper {
      background: var(--ground-side);
      border-color: var(--line);
      min-width: 0;
      max-width: 100%;
    }
    :host .discord-embed-wrapper .discord-embed-grid {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      padding: 0.5rem 0.75rem 0.75rem;
    }
    slot[name="footer"]::slotted(*) { grid-column: 1 / 1; }
  `);ft(sn,oe`
    :host { white-space: normal; margin-top: 4px; min-width: 0; overflow-wrap: anywhere; }
  `);ft(rn,oe`
    :host { white-space: normal; }
  `);ft(on,oe`
    :host { color: var(--text-muted); }
    :host .discord-footer-separator { color: inherit; }
  `);ft(nn,oe`
    :host {
      background: color-mix(in srgb, var(--accent) 18%, transparent);
      color: var(--accent-text);
      cursor: inherit;
    }
    :host(:hover) { background: color-mix(in srgb, var(--accent) 28%, transparent); color: var(--accent-text); }
  `);ft(hn,oe`
    :host { color: var(--text-muted); font-family: inherit; overflow: hidden; }
    :host::before { border-color: var(--line) !important; }
    .discord-replied-message-username { color: var(--text-strong); opacity: 1; }
    .discord-replied-message-content { overflow: hidden; cursor: inherit; }
    .discord-replied-message-content:hover { color: inherit !important; }
    .discord-reply-badge { background: var(--ground-raised); color: var(--text-muted); }
    @media (max-width: 480px) { :host { margin-left: 40px; } }
  `);var kr={SLASH:1,USER_MENU:2,MESSAGE_MENU:3},et={SUBCOMMAND:1,GROUP:2,BOOLEAN:5,USER:6,CHANNEL:7,ROLE:8,MENTIONABLE:9},ut={TEXT:0,VOICE:2,CATEGORY:4,NEWS:5,PUBLIC_THREAD:11,PRIVATE_THREAD:12,FORUM:15},Se={DEFAULT:0,PIN:6,JOIN:7,THREAD_CREATED:18,REPLY:19,THREAD_STARTER:21},me={ACTION_ROW:1,BUTTON:2,STRING_SELECT:3,TEXT_INPUT:4,USER_SELECT:5,ROLE_SELECT:6,MENTIONABLE_SELECT:7,CHANNEL_SELECT:8,TEXT_DISPLAY:10,LABEL:18,RADIO_GROUP:21,CHECKBOX_GROUP:22,CHECKBOX:23},ps={PRIMARY:1,SECONDARY:2,SUCCESS:3,DANGER:4,LINK:5},tt=64,fs=128,Gc=1n<<3n,Wc=1n<<10n,Kc=1n<<11n,Yc=1n<<13n,Zc=1n<<17n,Xc=1n<<35n,Jc=1n<<38n,Qc=/^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/\d+\/(\d+)\/(\d+)$/;function cn(i){let[,s,e]=Qc.exec(i)??[];return s&&e?{channel:s,message:e}:null}function _e(i){return i.type===ut.PUBLIC_THREAD||i.type===ut.PRIVATE_THREAD}function dn(i){return i.filter(e=>!_e(e)&&e.type!==ut.CATEGORY).toSorted((e,t)=>(e.position??0)-(t.position??0))[0]}function ci(i,s){return s?.nick??i.global_name??i.username}function Tr(i,s){return s.toLowerCase()===i.username.toLowerCase()?void 0:i.username}function Et(i){return i.type===Se.DEFAULT||i.type===Se.REPLY}function mn(i){return Hr(i,Yc)}function pn(i,s){let e=i.permission_overwrites?.find(t=>t.id===s);return e!==void 0&&(BigInt(e.deny)&Wc)!==0n}function Er(i){return Hr(i,_e(i)?Jc:Kc)}function fn(i){return Hr(i,Zc)}function un(i){return!_e(i)&&Hr(i,Xc)}function Hr(i,s){return(BigInt(i.permissions)&(Gc|s))!==0n}function Ae(i,s){return i.name_localizations?.[s??""]??i.name}function di(i,s){return i.description_localizations?.[s??""]??i.description}function mi(i){return i.id?`${i.name}:${i.id}`:i.name}var vn=["#4752c4","#1f7a40","#a63d00","#9b2c6f","#7a4fb5","#1d6f8f","#8a5a00","#b8272b"],gn=new Map;function pi(i){let s=gn.get(i.id);if(s)return s;let e=[...ci(i)][0]??"?",t=i.bot?ed():yn(e,bn(i.id),20);return gn.set(i.id,t),t}function Cr(i,s){return yn([...i].slice(0,2).join(""),bn(s),8)}function bn(i){let s=[...i].reduce((e,t)=>(e*31+t.charCodeAt(0))%9973,0);return vn[s%vn.length]}function yn(i,s,e){let t=i.length>1?17:20;return wn(`<rect width="40" height="40" rx="${e}" fill="${s}"/><text x="20" y="21" fill="#fff" font-family="sans-serif" font-size="${t}" font-weight="600" text-anchor="middle" dominant-baseline="central">${td(i)}</text>`)}function ed(){return wn('<rect width="40" height="40" rx="20" fill="#10375c"/><path d="M8 25a12 12 0 0 1 24 0" fill="none" stroke="#8fc2ff" stroke-width="3"/><path d="M8 25a12 12 0 0 1 6-10.4" fill="none" stroke="#f0883e" stroke-width="3"/><path d="M20 25l7-8" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/><circle cx="20" cy="25" r="2.8" fill="#fff"/>')}function wn(i){let s=`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${i}</svg>`;return`data:image/svg+xml,${encodeURIComponent(s)}`}function td(i){return i.replace(/[&<>"']/g,s=>`&#${s.charCodeAt(0)};`)}var us=new Intl.DateTimeFormat("en-GB",{hour:"2-digit",minute:"2-digit"}),Eo=new Intl.DateTimeFormat("en-GB",{day:"numeric",month:"short",year:"numeric"}),id=new Intl.DateTimeFormat("en-GB",{day:"2-digit",month:"2-digit",year:"numeric"}),sd=new Intl.DateTimeFormat("en-GB",{weekday:"long",day:"numeric",month:"long",year:"numeric"}),rd=new Intl.RelativeTimeFormat("en",{numeric:"auto"}),od=[["year",31536e3],["month",2592e3],["day",86400],["hour",3600],["minute",60],["second",1]];function zn(i){let s=new Date;return s.setHours(0,0,0,0),i>=s?"Today":(s.setDate(s.getDate()-1),i>=s?"Yesterday":Eo.format(i))}function ad(i){let s=(i.getTime()-Date.now())/1e3,[e,t]=od.find(([,r])=>Math.abs(s)>=r)??["second",1];return rd.format(Math.trunc(s/t),e)}function nd(i,s){switch(s){case"t":return us.format(i);case"T":return i.toLocaleTimeString("en-GB");case"d":return id.format(i);case"D":return Eo.format(i);case"F":return`${sd.format(i)} at ${us.format(i)}`;case"R":return ad(i);default:return`${Eo.format(i)} at ${us.format(i)}`}}function ld(i){return i<1024?i===1?"1 byte":`${i} bytes`:i<1024**2?`${Math.round(i/1024)} KB`:`${(i/1024**2).toFixed(1)} MB`}var u={unreachable:"The playground doesn't answer. Is it still running in your terminal?",title:(i,s)=>`#${i} \xB7 ${s} \xB7 Barometer playground`,loading:"Opening the playground\u2026",skip:"Skip to the messages",skipToWriting:"Skip to where you write",channels:"Channels",members:"Members",bots:"Apps",app:"APP",showChannels:"Show channels",showMembers:"Show members",close:"Close",youAre:"You are",youAreHint:"See the server as somebody else sees it",theme:{system:"Theme: as your system",light:"Theme: light",dark:"Theme: dark"},playEvening:"Play an evening",eveningPlays:"Playing\u2026",openTour:"Tour",privateChannel:"private",thread:"thread",unread:"unread",botStarting:"The bot is starting. You can look around already; it answers in a moment.",botStopped:i=>i??"The bot has stopped. Start the playground again.",broken:"Lost the connection to the playground. Trying again\u2026",noSuchChannel:"There is no such channel, or you can't see it.",noSuchMessage:"That message is gone.",messagesIn:i=>`Messages in #${i}`,older:"Show older messages",newer:"Show newer messages",earlier:"You're looking at older messages.",toNewest:"Jump to the newest",nothingYet:i=>`Nothing has been said in #${i} yet.`,said:(i,s)=>`${i}: ${s}`,when:i=>{let s=zn(i);return s==="Today"||s==="Yesterday"?`${s} at ${us.format(i)}`:`${s} ${us.format(i)}`},dayOf:zn,timestamp:nd,thinking:i=>`${i} is thinking\u2026`,onlyYou:"Only you can see this",dismiss:"Dismiss",inReplyTo:"In reply to",noText:"Click to see the attachment",joined:i=>`${i} joined the server.`,pinned:i=>`${i} pinned a message.`,toThread:i=>`Thread: ${i}`,threadBeganGone:"The message that this thread was started from is gone.",goToMessage:"Go to the message",startedThread:i=>`${i} started a thread.`,spoiler:"Spoiler; press to show it",unknownUser:"unknown-user",unknownRole:"deleted-role",unknownChannel:"no-access",altText:"ALT",showAlt:"Show the picture's description",noAlt:"Picture without a description",size:ld,reaction:(i,s,e)=>`${i}, ${s} ${s===1?"reaction":"reactions"}${e?", yours among them":""}`,sounds:"Sounds:",actions:"Message actions",react:"Add a reaction",reply:"Reply",edit:"Edit",delete:"Delete",deleteTitle:"Delete message",deleteQuestion:"Are you sure you want to delete this message?",deleteHint:"Hold Shift when you choose Delete, and you won't be asked.",openThread:"Start a thread",copyText:"Copy text",apps:"Apps",threadName:"Name of the thread",create:"Create",cancel:"Cancel",write:i=>`Message #${i}`,writeHint:"Type / for commands",mayNotWrite:"You can't write in this channel.",replyingTo:i=>`Replying to ${i}`,editing:"Editing your message",stop:"Cancel",attach:"Attach a file",attached:"Attached files",altTextOf:i=>i?"Edit alt text":"Add alt text",describe:i=>`Describe ${i}`,altTextLabel:"Description (alt text)",altTextHint:"Read to people who can't see the picture.",removeFile:i=>`Remove ${i}`,send:"Send",save:"Save",commands:"Commands",names:"Names",everyone:"Notify everybody who sees this channel",here:"Notify everybody who is online and sees this channel",role:"Notify everybody who has this role",option:(i,s)=>s?i:`${i} (optional)`,addOption:i=>`Add ${i}`,optionMissing:i=>`Fill in "${i}" first.`,choices:i=>`Choices for ${i}`,yes:"True",no:"False",choose:"Make a selection",pickUpTo:i=>`Choose up to ${i}`,done:"Done",submit:"Submit",optional:"optional",formFor:i=>`This form goes to ${i}.`,tour:{title:"A tour in five steps",step:(i,s)=>`Step ${i} of ${s}`,back:"Back",next:"Next",close:"Close the tour",finish:"Look around yourself",end:"That was the tour. Be whoever you like (below the list of channels), and type / to see what the bot can do.",starting:"The bot is starting\u2026",reading:"The bot is reading the last thirty days\u2026",waiting:"Waiting for the alert\u2026",noAlert:"No alert came this time",stopped:"The bot has stopped",calm:"First, let them quarrel (step 1)",overEarly:"That's how it stands now. Watch #general meanwhile: they make up in the end. Then ask again, and the answer has changed.",askAgainIn:i=>`Ask again in ${i} s`,askAgain:"Ask again",steps:[{title:"An evening goes wrong",text:"This is a made-up server with thirty days of talk in it. The strip beside each message shows how it sounds to the bot. Now let a quarrel happen in #general.",act:"Let them quarrel"},{title:"The bot notices",text:"Within a minute the bot sees that this is unusual here, and tells the moderators in a channel that only they can see.",act:"Go to #moderators"},{title:"Which messages?",text:"Open the alert, then ask which messages it is about. Only you see the answers. The bot fetches the text from Discord just then, and keeps none of it.",act:"Ask which messages"},{title:"Is it over?",text:"Has it calmed down? The bot judges by what was said since, and doesn't say yes before thirty messages were as usual.",act:"Ask if it's over"},{title:"Opt out",text:"Nobody has to take part. Be Tomasz, a member, and opt out: the bot asks once, then erases what it counted of his and counts nothing more.",act:"Opt out as Tomasz"}]}};var hd={[me.USER_SELECT]:"user",[me.ROLE_SELECT]:"role",[me.MENTIONABLE_SELECT]:"mentionable",[me.CHANNEL_SELECT]:"channel"},cd={[et.USER]:"user",[et.ROLE]:"role",[et.MENTIONABLE]:"mentionable",[et.CHANNEL]:"channel"};function xn(i,s){let e=hd[i.type];return e?Mn(e,s,i.channel_types):i.options??[]}function Ho(i){return[...i.options?.filter(e=>e.default).map(e=>e.value)??[],...i.default_values?.map(e=>e.id)??[]]}function _n(i,s,e){let t=cd[i];return t?Mn(t,s,e):null}function $n(i,s){let e=s.trim().replace(/^[@#]/,"").toLowerCase(),t=o=>o.label.replace(/^[@#]/,"").toLowerCase();return i.filter(o=>t(o).includes(e)).toSorted((o,a)=>Number(t(a).startsWith(e))-Number(t(o).startsWith(e)))}function Mn(i,s,e){let t=s.view;if(!t)return[];let r=[];if((i==="user"||i==="mentionable")&&r.push(...t.members.map(({user:o})=>({value:o.id,label:`@${s.nameOf(o)}`,description:Tr(o,s.nameOf(o))}))),(i==="role"||i==="mentionable")&&r.push(...t.roles.map(o=>({value:o.id,label:`@${o.name.replace(/^@/,"")}`}))),i==="channel"){let o=a=>!e?.length||e.includes(a);r.push(...t.channels.filter(a=>o(a.type)).map(a=>({value:a.id,label:a.type===ut.CATEGORY?a.name:`#${a.name}`,description:_e(a)?u.thread:void 0})))}return r}var fi=i=>(s,e)=>({kind:i,inner:e(s[1]??"")}),Co=i=>s=>({kind:i,id:s[1]??""}),dd=[[/\\([^\p{L}\p{N}\s])/uy,i=>({kind:"text",text:i[1]??""})],[/(`+)([^`]|[^`].*?[^`])\1(?!`)/sy,i=>({kind:"code",text:(i[2]??"").trim()})],[/\*\*(?=\S)(.+?)\*\*(?!\*)/sy,fi("bold")],[/__(?=\S)(.+?)__(?!_)/sy,fi("underline")],[/~~(?=\S)(.+?)~~/sy,fi("strike")],[/\|\|(.+?)\|\|/sy,fi("spoiler")],[/\*(?=[^\s*])(.+?)\*(?!\*)/sy,fi("italic")],[/(?<![\p{L}\p{N}_])_(?=[^\s_])(.+?)_(?![\p{L}\p{N}_])/suy,fi("italic")],[/<@!?(\d+)>/y,Co("user")],[/<@&(\d+)>/y,Co("role")],[/<#(\d+)>/y,Co("channel")],[/<\/([^:>]{1,100}):\d+>/y,i=>({kind:"command",name:i[1]??""})],[/<a?:(\w{2,32}):(\d+)>/y,i=>({kind:"emoji",name:i[1]??"",id:i[2]??""})],[/<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y,i=>fd(i[1]??"",i[2]??"f")],[/@(?:everyone|here)\b/y,i=>({kind:"everyone",text:i[0]??""})],[/\[([^\]\n]+)\]\(<?(https?:\/\/[^\s)>]+)>?(?:\s+"[^"]*")?\)/y,ud],[/<(https?:\/\/[^\s>]+)>/y,i=>So(i[1]??"")],[/https?:\/\/[^\s<]+[^\s<.,:;"'\])*_~|!?]/y,i=>So(i[0]??"")]],kn=/[\\`*_~|<@[h]/g;function vt(i,s=0){let e=[],t=a=>vt(a,s+1),r="",o=()=>{r&&e.push({kind:"text",text:r}),r=""};for(let a=0;a<i.length;){let l=s<8?md(i,a,t):null;if(l===null){kn.lastIndex=a+1;let d=s<8?kn.exec(i)?.index??i.length:i.length;r+=i.slice(a,d),a=d}else{let[d,p]=l;d.kind==="text"?r+=d.text:(o(),e.push(d)),a=p}}return o(),e}function Tn(i){let s=[],e=[],t=[],r=()=>{t.length&&s.push({kind:"quote",inner:vt(t.join(`
`))});let o=e.join(`
`).replace(/^\n+|\n+$/g,"");o&&s.push({kind:"paragraph",inner:vt(o)}),t=[],e=[]};for(let o of i.split(/(```[\s\S]*?```)/)){let a=/^```(?:[\w+-]*\n)?([\s\S]*?)```$/.exec(o);if(a){r(),s.push({kind:"code",text:(a[1]??"").replace(/\n$/,"")});continue}for(let l of o.split(`
`)){let d=/^> (.*)$/.exec(l);if(d){e.length&&r(),t.push(d[1]??"");continue}t.length&&r();let p=pd(l);p?(r(),s.push(p)):e.push(l)}r()}return s}function En(i,s){let e=t=>t.map(r=>"inner"in r?e(r.inner):"text"in r?r.text:s(r)).join("");return e(vt(i))}function md(i,s,e){for(let[t,r]of dd){t.lastIndex=s;let o=t.exec(i);if(o){let a=t.lastIndex,l=r(o,e);if(l)return[l,a]}}return null}function pd(i){let s=/^(#{1,3}) +(.+)$/.exec(i);if(s)return{kind:"heading",level:s[1]?.length??1,inner:vt(s[2]??"")};let e=/^-# +(.+)$/.exec(i);if(e)return{kind:"subtext",inner:vt(e[1]??"")};let t=/^( *)[-*] +(.+)$/.exec(i);return t?{kind:"item",depth:Math.min(2,(t[1]?.length??0)>>1),inner:vt(t[2]??"")}:null}function fd(i,s){let e=Number(i);return Math.abs(e)<864e10?{kind:"time",seconds:e,style:s}:null}function ud(i,s){let e=So(i[2]??"");return e?.kind==="link"?{...e,inner:s(i[1]??"")}:null}function So(i){return URL.canParse(i)?{kind:"link",url:new URL(i).href,inner:[{kind:"text",text:i}]}:null}function gt(i,s){let e=Tn(i);return n`<span class="rich">${e.map((t,r)=>vd(t,e[r-1],s))}</span>`}function Ao(i,s){return vt(i).map(e=>Oo(e,s))}function Sr(i,s){return En(i,e=>Hn(e,s))}function vd(i,s,e){let t="inner"in i?i.inner.map(r=>Oo(r,e)):z;switch(i.kind){case"code":return n`<pre class="code" tabindex="0"><code>${i.text}</code></pre>`;case"quote":return n`<blockquote>${t}</blockquote>`;case"heading":return n`<strong class="heading level-${i.level}">${t}</strong>`;case"item":return n`<span class="item depth-${i.depth}">${t}</span>`;case"subtext":return n`<small>${t}</small>`;case"paragraph":return s?n`<span class="paragraph">${t}</span>`:t}}function Oo(i,s){let e="inner"in i?i.inner.map(t=>Oo(t,s)):z;switch(i.kind){case"text":return i.text;case"bold":return n`<strong>${e}</strong>`;case"italic":return n`<em>${e}</em>`;case"underline":return n`<u>${e}</u>`;case"strike":return n`<s>${e}</s>`;case"spoiler":return n`<page-spoiler .inner=${e}></page-spoiler>`;case"code":return n`<code>${i.text}</code>`;case"link":return yd(i.url,e,s);case"time":return n`<page-time .seconds=${i.seconds} .look=${i.style}></page-time>`;case"emoji":return n`<img class="emoji" alt=":${i.name}:" title=":${i.name}:" src=${Cr(i.name,i.id)} />`;case"command":case"everyone":case"role":case"user":return n`<discord-mention type=${i.kind==="command"?"slash":i.kind==="role"?"role":"user"}>${gd(i,s)}</discord-mention>`;case"channel":return bd(i.id,s)}}function gd(i,s){return Hn(i,s).replace(/^[@/#]/,"")}function bd(i,s){let e=s.view?.channels.find(o=>o.id===i),t=e&&_e(e)?"thread":"channel",r=n`<discord-mention type=${t}>${e?.name??u.unknownChannel}</discord-mention>`;return e?n`<button class="plain" type="button" @click=${()=>s.open(i)}>${r}</button>`:r}function yd(i,s,e){return n`<a href=${i} target="_blank" rel="noopener noreferrer nofollow" @click=${r=>{e.jumpTo(i)&&r.preventDefault()}}>${s}</a>`}function Hn(i,s){let e=s.view;switch(i.kind){case"user":{let t=e?.members.find(r=>r.user.id===i.id);return`@${t?s.nameOf(t.user):u.unknownUser}`}case"role":return`@${e?.roles.find(t=>t.id===i.id)?.name??u.unknownRole}`;case"channel":return`#${e?.channels.find(t=>t.id===i.id)?.name??u.unknownChannel}`;case"command":return`/${i.name}`;case"everyone":return i.text;case"emoji":return`:${i.name}:`;case"time":return u.timestamp(new Date(i.seconds*1e3),i.style);default:return""}}var vs,ui=class extends j{constructor(){super(...arguments);this.seconds=0;this.look="f";L(this,vs)}createRenderRoot(){return this}connectedCallback(){super.connectedCallback(),this.look==="R"&&F(this,vs,setInterval(()=>this.requestUpdate(),15e3))}disconnectedCallback(){clearInterval(g(this,vs)),super.disconnectedCallback()}render(){let e=new Date(this.seconds*1e3);return n`<time datetime=${e.toISOString()} title=${u.timestamp(e,"F")}
      >${u.timestamp(e,this.look)}</time>`}};vs=new WeakMap,M([f({attribute:!1})],ui.prototype,"seconds",2),M([f({attribute:!1})],ui.prototype,"look",2),ui=M([B("page-time")],ui);var vi=class extends j{constructor(){super(...arguments);this.inner=z;this.shown=!1}createRenderRoot(){return this}render(){return this.shown?n`<span class="spoiler shown">${this.inner}</span>`:n`<button type="button" class="spoiler" aria-label=${u.spoiler}
      @click=${()=>this.shown=!0}><span aria-hidden="true">${this.inner}</span></button>`}};M([f({attribute:!1})],vi.prototype,"inner",2),M([f({attribute:!1})],vi.prototype,"shown",2),vi=M([B("page-spoiler")],vi);function Sn(i,s){let e=i.color?`--embed-color: #${i.color.toString(16).padStart(6,"0")}`:"";return n`<discord-embed slot="embeds" style=${e}>
    <div slot="description" class="embed-text">
      ${i.author?n`<div class="embed-author">${i.author.name}</div>`:z}
      ${i.title?n`<h3 class="embed-title">${wd(i,s)}</h3>`:z}
      ${i.description?n`<discord-embed-description>${gt(i.description,s)}</discord-embed-description>`:z}
      ${i.fields?.length?zd(i.fields,s):z}
      ${i.image?n`<page-picture .picture=${i.image}></page-picture>`:z}
      ${i.thumbnail?n`<page-picture class="thumbnail" .picture=${i.thumbnail}></page-picture>`:z}
    </div>
    ${i.footer||i.timestamp?xd(i):z}
  </discord-embed>`}function wd(i,s){let e=Ao(i.title??"",s);return!i.url||!/^https?:/.test(i.url)?e:n`<a href=${i.url} target="_blank" rel="noopener noreferrer nofollow">${e}</a>`}function zd(i,s){return n`<div class="embed-fields">${i.map(e=>n`<discord-embed-field class=${e.inline?"inline":"wide"}>
      <h4>${Ao(e.name,s)}</h4>
      ${gt(e.value,s)}
    </discord-embed-field>`)}</div>`}function xd(i){let s=i.timestamp?u.when(new Date(i.timestamp)):"",e=i.footer?.text??"";return n`<discord-embed-footer slot="footer"
    ><span class="embed-footer">${e}${e&&s?" \u2022 ":""}${s}</span></discord-embed-footer>`}function An(i){return i.content_type?.startsWith("image/")?n`<page-picture slot="attachments" .picture=${i} .instead=${Cn(i)}></page-picture>`:Cn(i)}function Cn(i){return n`<a slot="attachments" class="file" href=${i.url} download=${i.filename}>
    <span class="file-name">${i.filename}</span> <small>${u.size(i.size)}</small></a>`}function On(i,s){return i.reactions?.length?n`<div slot="reactions" class="reactions">${i.reactions.map(({emoji:e,count:t,me:r})=>n`<button type="button" class="reaction" aria-pressed=${r}
      aria-label=${u.reaction(e.name,t,r)} @click=${()=>s.react(i,e)}>
      ${Ut(e)} <span>${t}</span></button>`)}</div>`:z}function Ut(i){return i.id?n`<img class="emoji" alt=":${i.name}:" src=${Cr(i.name,i.id)} />`:n`<span>${i.name}</span>`}var Ht=class extends j{constructor(){super(...arguments);this.picture={url:""};this.instead=null;this.described=!1;this.isBroken=!1}createRenderRoot(){return this}render(){let{url:e,description:t}=this.picture;return this.isBroken&&this.instead?this.instead:n`<figure class="picture">
      <a href=${e} target="_blank" rel="noopener"><img src=${e} alt=${t??u.noAlt}
        @error=${()=>this.isBroken=!0} /></a>
      ${t?n`<button type="button" class="alt" aria-label=${u.showAlt} aria-expanded=${this.described}
            @click=${()=>this.described=!this.described}>${u.altText}</button>
          <figcaption ?hidden=${!this.described}>${t}</figcaption>`:z}
    </figure>`}};M([f({attribute:!1})],Ht.prototype,"picture",2),M([f({attribute:!1})],Ht.prototype,"instead",2),M([Q()],Ht.prototype,"described",2),M([Q()],Ht.prototype,"isBroken",2),Ht=M([B("page-picture")],Ht);var Rn=800,_d=0,qt,Ct,yi,ie,gi,Ro,In,Io,Vo,bi,Vn,Dn,jn,Do,jo,ot=class extends j{constructor(){super(...arguments);L(this,ie);this.label="";this.open=!1;this.active=0;this.chosen=[];L(this,qt,`select-${_d+=1}`);L(this,Ct,"");L(this,yi,0)}createRenderRoot(){return this}willUpdate(e){e.has("select")&&(this.chosen=Ho(this.select))}get values(){return this.chosen}render(){let e=xn(this.select,this.session),t=e.filter(o=>this.chosen.includes(o.value)).map(o=>o.label),r=this.select.placeholder??u.choose;return n`<div class="select" @focusout=${h(this,ie,Vn)}>
      <button type="button" class="select-button" ?disabled=${this.select.disabled??!1}
        aria-haspopup="listbox" aria-expanded=${this.open} aria-controls=${this.open?g(this,qt):z}
        aria-label=${[this.label||r,...t].join(", ")}
        @click=${()=>this.open?h(this,ie,bi).call(this,!0):h(this,ie,Io).call(this,e)} @keydown=${o=>h(this,ie,Dn).call(this,o,e)}>
        <span class=${t.length?"":"placeholder"}>${t.join(", ")||r}</span><span aria-hidden="true">▾</span>
      </button>
      ${this.open?h(this,ie,In).call(this,e):z}
    </div>`}};qt=new WeakMap,Ct=new WeakMap,yi=new WeakMap,ie=new WeakSet,gi=function(){return this.select.max_values??1},Ro=function(){return this.select.min_values??(this.select.required===!1?0:1)},In=function(e){return n`<div class="popup">
      <ul id=${g(this,qt)} role="listbox" tabindex="0" aria-label=${this.label||this.select.placeholder||u.choose}
        aria-multiselectable=${g(this,ie,gi)>1} aria-activedescendant="${g(this,qt)}-${this.active}"
        @keydown=${t=>h(this,ie,jn).call(this,t,e)}>
        ${e.map((t,r)=>n`<li id="${g(this,qt)}-${r}" role="option" class=${r===this.active?"active":""}
            aria-selected=${this.chosen.includes(t.value)} @click=${()=>h(this,ie,Vo).call(this,t)}>
            ${t.emoji?Ut(t.emoji):z}
            <span class="choice">${t.label}${t.description?n`<small>${t.description}</small>`:z}</span>
          </li>`)}
      </ul>
      ${g(this,ie,gi)>1?n`<div class="popup-foot"><small>${u.pickUpTo(g(this,ie,gi))}</small>
        <button type="button" class="button secondary" @click=${()=>h(this,ie,bi).call(this,!0)}>${u.done}</button></div>`:z}
    </div>`},Io=async function(e){this.open=!0,F(this,Ct,""),this.active=Math.max(0,e.findIndex(t=>this.chosen.includes(t.value))),await this.updateComplete,this.querySelector("[role=listbox]")?.focus({preventScroll:!0}),this.querySelector(".popup")?.scrollIntoView({block:"nearest"}),h(this,ie,jo).call(this)},Vo=function(e){g(this,ie,gi)===1?(this.chosen=this.chosen.includes(e.value)&&g(this,ie,Ro)===0?[]:[e.value],h(this,ie,bi).call(this,!0)):this.chosen.includes(e.value)?this.chosen=this.chosen.filter(t=>t!==e.value):this.chosen.length<g(this,ie,gi)&&(this.chosen=[...this.chosen,e.value])},bi=function(e){if(!this.open)return;this.open=!1,e&&this.querySelector(".select-button")?.focus();let t=Ho(this.select),r=t.length===this.chosen.length&&t.every(o=>this.chosen.includes(o));this.chosen.length<g(this,ie,Ro)?this.chosen=t:r||this.dispatchEvent(new CustomEvent("choose",{detail:this.chosen}))},Vn=function(e){this.contains(e.relatedTarget)||h(this,ie,bi).call(this,!1)},Dn=function(e,t){e.key!=="ArrowDown"&&e.key!=="ArrowUp"||(e.preventDefault(),h(this,ie,Io).call(this,t))},jn=function(e,t){let r=t.length-1,o=t[this.active],a=g(this,Ct)!==""&&Date.now()-g(this,yi)<Rn;if(e.key===" "&&a)h(this,ie,Do).call(this," ",t);else if(e.key==="ArrowDown")this.active=Math.min(r,this.active+1);else if(e.key==="ArrowUp")this.active=Math.max(0,this.active-1);else if(e.key==="Home")this.active=0;else if(e.key==="End")this.active=r;else if((e.key==="Enter"||e.key===" ")&&o)h(this,ie,Vo).call(this,o);else if(e.key==="Escape")h(this,ie,bi).call(this,!0);else if(e.key.length===1&&!e.ctrlKey&&!e.metaKey)h(this,ie,Do).call(this,e.key,t);else return;e.preventDefault(),e.stopPropagation(),h(this,ie,jo).call(this)},Do=function(e,t){F(this,Ct,Date.now()-g(this,yi)<Rn?g(this,Ct)+e:e),F(this,yi,Date.now());let r=g(this,Ct).toLowerCase(),o=t.findIndex(a=>a.label.replace(/^[@#]/,"").toLowerCase().startsWith(r));o>=0&&(this.active=o)},jo=async function(){await this.updateComplete,this.querySelector("li.active")?.scrollIntoView({block:"nearest"})},M([f({attribute:!1})],ot.prototype,"select",2),M([f({attribute:!1})],ot.prototype,"session",2),M([f({attribute:!1})],ot.prototype,"label",2),M([Q()],ot.prototype,"open",2),M([Q()],ot.prototype,"active",2),M([Q()],ot.prototype,"chosen",2),ot=M([B("choice-select")],ot);var $d={[ps.PRIMARY]:"primary",[ps.SUCCESS]:"success",[ps.DANGER]:"danger"};function Ln(i,s){return i.components.length?n`<div slot="components" class="rows">${i.components.map(e=>n`<div class="row">${(e.components??[e]).map(t=>Md(t,i,s))}</div>`)}</div>`:z}function Md(i,s,e){return i.type===me.BUTTON?kd(i,s,e):i.type===me.TEXT_DISPLAY?n`<p>${i.content}</p>`:n`<choice-select .select=${i} .session=${e} @choose=${r=>{e.use(s,i.custom_id??"",r.detail)}}></choice-select>`}function kd(i,s,e){let t=n`${i.emoji?Ut(i.emoji):z} ${i.label??""}`;return i.style===ps.LINK?n`<a class="button secondary" href=${Ed(i.url)} target="_blank" rel="noopener noreferrer nofollow"
      @click=${r=>Hd(r,i.url,e)}>${t} <span aria-hidden="true">↗</span></a>`:n`<button type="button" class="button ${$d[i.style??0]??"secondary"}"
    ?disabled=${i.disabled??!1}
    @click=${r=>Td(r,s,i,e)}>${t}</button>`}async function Td(i,s,e,t){let r=i.currentTarget;r.getAttribute("aria-busy")!=="true"&&(r.setAttribute("aria-busy","true"),await t.use(s,e.custom_id??""),r.removeAttribute("aria-busy"))}function Ed(i){return i&&/^https?:\/\//.test(i)?i:"#"}function Hd(i,s,e){e.jumpTo(s??"")&&i.preventDefault()}var Cd=2e3,Pn=new IntersectionObserver(i=>{for(let s of i)s.target.seen(s.isIntersecting)}),wi,gs,bs,zi,Ar,Ft=class extends j{constructor(){super(...arguments);L(this,zi);this.score=null;L(this,wi,null);L(this,gs);L(this,bs,!1)}createRenderRoot(){return this}connectedCallback(){super.connectedCallback(),Pn.observe(this)}disconnectedCallback(){Pn.unobserve(this),this.seen(!1),super.disconnectedCallback()}willUpdate(e){!e.has("message")&&!e.has("scores")||(this.score=this.scores.known(this.message)??null,g(this,bs)&&h(this,zi,Ar).call(this))}seen(e){F(this,bs,e),clearTimeout(g(this,gs)),e?h(this,zi,Ar).call(this):g(this,wi)?.abort()}render(){if(!this.score)return z;let{color:e}=this.score,t=e===null?"":`--score: #${e.toString(16).padStart(6,"0")}`,r=this.score.words??[];return n`<div class="score" style=${t}>
      <span class="score-label"><span class="unseen">${u.sounds} </span>${this.score.label}</span>
      ${r.length?n`<span class="score-words">${r.join(", ")}</span>`:z}
    </div>`}};wi=new WeakMap,gs=new WeakMap,bs=new WeakMap,zi=new WeakSet,Ar=async function(){if(!this.hasUpdated&&!this.message||this.scores.known(this.message)!==void 0)return;g(this,wi)?.abort();let e=F(this,wi,new AbortController);try{let t=await this.scores.ask(this.message,e.signal);e.signal.aborted||(this.score=t)}catch{if(e.signal.aborted)return;F(this,gs,setTimeout(()=>{h(this,zi,Ar).call(this)},Cd))}},M([f({attribute:!1})],Ft.prototype,"message",2),M([f({attribute:!1})],Ft.prototype,"scores",2),M([Q()],Ft.prototype,"score",2),Ft=M([B("score-strip")],Ft);var St=class extends Error{constructor(e,t){super(t??`status ${e}`);this.status=e;this.sentence=t}};async function be(i,s,e,t,r={}){let o;try{o=await fetch(s,{method:i,signal:t,...Sd(i,e,r)})}catch(d){throw t?.aborted?d:new St(0,null)}let a=await o.text(),l=Ad(a);if(!o.ok)throw new St(o.status,Od(l));return l}function Sd(i,s,e){if(i==="GET")return{headers:e};if(s instanceof FormData)return{body:s,headers:e};let t={"Content-Type":"application/json",...e};return{body:JSON.stringify(s??{}),headers:t}}function Ad(i){if(!i)return null;try{return JSON.parse(i)}catch{return null}}function Od(i){return typeof i!="object"||i===null||!("error"in i)?null:typeof i.error=="string"?i.error:null}var Rd=3;function Bn(i){return Et(i)&&!i.author.bot&&i.content.trim()!==""&&!(i.flags&tt)}var Or=class{constructor(s){this.api=s}#e=new Map;#t=[];#i=0;known(s){return this.#e.get(Nn(s))}async ask(s,e){await this.#r();try{e.throwIfAborted();let t=this.known(s);if(t!==void 0)return t;let r=await this.#s(s,e);return this.#e.set(Nn(s),r),r}finally{this.#i-=1,this.#t.pop()?.()}}async#s(s,e){try{return await this.api.score(s,e)}catch(t){if(t instanceof St&&t.status===404)return null;throw t}}async#r(){this.#i>=Rd&&await new Promise(s=>this.#t.push(s)),this.#i+=1}};function Nn(i){return`${i.id} ${i.edited_timestamp??""}`}var Id=7*6e4;function Un(i,s){return s!==void 0&&s.author.id===i.author.id&&i.type===Se.DEFAULT&&Et(s)&&(s.flags&tt)===(i.flags&tt)&&!i.author.bot&&Date.parse(i.timestamp)-Date.parse(s.timestamp)<Id}function Vd(i,s){return i.type===Se.JOIN?u.joined(s):i.type===Se.PIN?u.pinned(s):i.type===Se.THREAD_CREATED?u.startedThread(s):null}var ys,$e,Lo,qn,Fn,Gn,Wn,Kn,bt=class extends j{constructor(){super(...arguments);L(this,$e);this.goesOn=!1;this.active=!1;L(this,ys,!1)}createRenderRoot(){return this}willUpdate(){F(this,ys,this.contains(document.activeElement))}updated(){g(this,ys)&&document.activeElement===document.body&&this.closest("li")?.focus({preventScroll:!0})}render(){let{message:e}=this;if(e.type!==Se.THREAD_STARTER)return h(this,$e,Lo).call(this,e);let t=e.referenced_message;return t?h(this,$e,Lo).call(this,t):n`<p class="system">${u.threadBeganGone}</p>`}};ys=new WeakMap,$e=new WeakSet,Lo=function(e){let{session:t}=this,r=t.nameOf(e.author),o=Vd(e,r);return n`<div class="message-row ${e.flags&tt?"ephemeral":""}">
      ${o===null?h(this,$e,qn).call(this,e,r):n`<div class="system">${o} <small>${u.when(new Date(e.timestamp))}</small></div>`}
      ${Bn(e)?n`<score-strip .message=${e} .scores=${t.scores}></score-strip>`:z}
      <button type="button" class="more" tabindex=${this.active?0:-1} aria-haspopup="menu"
        aria-label=${u.actions} @click=${h(this,$e,Kn)}><span aria-hidden="true">⋯</span></button>
    </div>`},qn=function(e,t){let{session:r}=this,o=!!(e.flags&fs);return n`<discord-message author=${t} .avatar=${pi(e.author)}
      ?bot=${e.author.bot??!1} ?edited=${e.edited_timestamp!==null&&e.content!==""}
      .messageBodyOnly=${this.goesOn} .timestamp=${u.when(new Date(e.timestamp))}>
      ${e.type===Se.REPLY&&this.message===e?h(this,$e,Fn).call(this):z}
      ${o?n`<span class="thinking">${u.thinking(t)}</span>`:gt(e.content,r)}
      ${e.attachments.map(An)}
      ${e.embeds.map(a=>Sn(a,r))}
      ${Ln(e,r)}
      ${On(e,r)}
      ${h(this,$e,Gn).call(this,e)}
      ${e.flags&tt?h(this,$e,Wn).call(this):z}
    </discord-message>`},Fn=function(){let{session:e}=this,t=this.message.referenced_message;if(!t)return n`<discord-reply slot="reply" deleted></discord-reply>`;let r=Sr(t.content,e).replaceAll(`
`," ")||u.noText;return n`<button type="button" slot="reply" class="reply plain" tabindex=${this.active?0:-1}
      @click=${()=>e.jumpToMessage(t.channel_id,t.id)}>
      <span class="unseen">${u.inReplyTo}</span><discord-reply author=${e.nameOf(t.author)} .avatar=${pi(t.author)}>${r}</discord-reply></button>`},Gn=function(e){let{session:t}=this;if(e.channel_id!==t.channelId)return z;let r=t.view?.channels.find(o=>o.id===e.id);return r?n`<button type="button" slot="thread" class="plain link to-thread" tabindex=${this.active?0:-1}
      @click=${()=>t.open(r.id)}><span aria-hidden="true">↳</span> ${u.toThread(r.name)}</button>`:z},Wn=function(){return n`<div slot="components" class="only-you"><span aria-hidden="true">👁</span> ${u.onlyYou} ·
      <button type="button" class="plain link" @click=${()=>this.session.delete(this.message)}>${u.dismiss}</button></div>`},Kn=function(e){let t=e.currentTarget.getBoundingClientRect(),r={message:this.message,x:t.left,y:t.bottom};this.dispatchEvent(new CustomEvent("message-menu",{detail:r,bubbles:!0}))},M([f({attribute:!1})],bt.prototype,"message",2),M([f({attribute:!1})],bt.prototype,"session",2),M([f({attribute:!1})],bt.prototype,"goesOn",2),M([f({attribute:!1})],bt.prototype,"active",2),M([f({attribute:!1})],bt.prototype,"view",2),bt=M([B("message-item")],bt);var yt,Yn,Zn,Po,xi=class extends j{constructor(){super(...arguments);L(this,yt);this.message=null}createRenderRoot(){return this}async open(e){this.message=e,await this.updateComplete,this.querySelector("dialog")?.showModal()}render(){let{message:e,session:t}=this;if(!e)return z;let r=e.attachments.map(o=>o.filename).join(", ");return n`<dialog class="modal" role="alertdialog" aria-labelledby="delete-title" aria-describedby="delete-question"
      @close=${()=>this.message=null}>
      <h2 id="delete-title">${u.deleteTitle}</h2>
      <p id="delete-question">${u.deleteQuestion}</p>
      <blockquote class="quoted"><strong>${t.nameOf(e.author)}</strong>
        <small>${u.when(new Date(e.timestamp))}</small>
        <div>${gt(e.content||(e.embeds[0]?.title??""),t)}</div>
        ${r?n`<small>${r}</small>`:z}</blockquote>
      <p class="hint">${u.deleteHint}</p>
      <div class="modal-foot">
        <button type="button" class="button secondary" @click=${h(this,yt,Po)}>${u.cancel}</button>
        <button type="button" class="button danger" autofocus @click=${h(this,yt,Yn)}>${u.delete}</button>
      </div></dialog>`}};yt=new WeakSet,Yn=function(){let{message:e}=this;h(this,yt,Po).call(this),e&&h(this,yt,Zn).call(this,e)},Zn=async function(e){await this.session.delete(e)&&this.dispatchEvent(new CustomEvent("deleted",{detail:e}))},Po=function(){this.querySelector("dialog")?.close()},M([f({attribute:!1})],xi.prototype,"session",2),M([Q()],xi.prototype,"message",2),xi=M([B("delete-dialog")],xi);var Xn="tour-closed",Dd=3,jd=1e3,pe=u.tour,_i={open:"alert-open:",which:"messages:",over:"over:",erase:"erase:"},$i,J,Bo,ws,Rr,Uo,Jn,Qn,el,tl,il,qo,sl,zs,rl,Fo,it=class extends j{constructor(){super(...arguments);L(this,J);this.version=0;this.at=0;this.isBusy=!1;this.askedEarly=!1;this.isDone=!1;L(this,$i);this.isOpen=!Ld()}createRenderRoot(){return this}async open(){this.isOpen=!0,this.at=0,this.askedEarly=this.isDone=!1,await this.updateComplete,this.querySelector(".tour-act")?.focus()}render(){let e=pe.steps[this.at];if(!this.isOpen||!e)return z;let t=this.at===pe.steps.length-1,r=h(this,J,Bo).call(this),o=t&&this.isDone;return n`<section class="tour" aria-label=${pe.title}>
      <div class="tour-head"><h2>${e.title}</h2>
        <span class="tour-step" role="img" aria-label=${pe.step(this.at+1,pe.steps.length)}>${pe.steps.map((a,l)=>n`<i class=${l===this.at?"here":l<this.at?"done":""}></i>`)}</span>
        <button type="button" class="icon" aria-label=${pe.close} @click=${h(this,J,Fo)}><span aria-hidden="true">✕</span></button></div>
      <p aria-live="polite">${o?pe.end:g(this,J,ws)?pe.overEarly:e.text}</p>
      <div class="tour-foot">
        ${o?z:n`<button type="button" class="button primary tour-act" aria-disabled=${this.isBusy||r!==null} @click=${h(this,J,Jn)}>${r??(g(this,J,ws)?pe.askAgain:e.act)}</button>`}
        ${this.at?n`<button type="button" class="button secondary" @click=${()=>this.at-=1}>${pe.back}</button>`:z}
        ${t?n`<button type="button" class="button ${o?"primary tour-act":"secondary"}" @click=${h(this,J,rl)}>${pe.finish}</button>`:n`<button type="button" class="button secondary" @click=${()=>this.at+=1}>${pe.next}</button>`}
      </div></section>`}updated(){this.isOpen&&g(this,J,ws)&&g(this,J,Rr)?g(this,$i)??F(this,$i,setInterval(()=>this.requestUpdate(),jd)):h(this,J,Uo).call(this)}disconnectedCallback(){super.disconnectedCallback(),h(this,J,Uo).call(this)}};$i=new WeakMap,J=new WeakSet,Bo=function(){let e=this.session.host;if(!e||e.bot.state==="starting")return pe.starting;if(e.bot.state==="stopped")return pe.stopped;if(this.at===0&&["waiting","reading"].includes(e.tour.reading))return pe.reading;if(g(this,J,ws)&&g(this,J,Rr))return pe.askAgainIn(this.session.eveningLeft);if(!(this.at>0&&this.at<pe.steps.length-1)||e.tour.alert)return null;let{state:r}=e.tour.evening;return r==="calm"?pe.calm:r==="over"?pe.noAlert:pe.waiting},ws=function(){return this.at===Dd&&this.askedEarly},Rr=function(){return["quarrel","calming"].includes(this.session.host?.tour.evening.state??"")},Uo=function(){clearInterval(g(this,$i)),F(this,$i,void 0)},Jn=async function(){let e=this.session.host;if(!e||this.isBusy||h(this,J,Bo).call(this)!==null)return;let{tour:t}=e,{at:r}=this;this.isBusy=!0;let o=[()=>h(this,J,Qn).call(this,t.channel,t.evening.state!=="calm"),()=>h(this,J,el).call(this,t.moderator,t.moderators,t.alert),()=>h(this,J,tl).call(this,t.moderator,t.moderators,t.alert),()=>h(this,J,il).call(this,t.moderator,t.moderators,t.alert),()=>h(this,J,sl).call(this,t.member,t.channel)],a=await o[r]?.();this.isBusy=!1,a&&this.at===r&&(r<o.length-1?this.at=r+1:this.isDone=!0),await this.updateComplete,this.querySelector(".tour-act")?.focus()},Qn=async function(e,t){return await this.session.open(e),t||this.session.playEvening()},el=async function(e,t,r=null){return await this.session.become(e),r?this.session.jumpToMessage(t,r):await this.session.open(t),!0},tl=async function(e,t,r){let o=await h(this,J,qo).call(this,e,t,r);return o!==null&&await h(this,J,zs).call(this,o,_i.which)!==null},il=async function(e,t,r){let o=await h(this,J,qo).call(this,e,t,r),a=g(this,J,Rr);return!o||!await h(this,J,zs).call(this,o,_i.over)?!1:(this.askedEarly=a,!a)},qo=async function(e,t,r){await this.session.become(e),await this.session.open(t);let o=this.session.messages.findLast(l=>No(l,_i.over)&&BigInt(l.id)>BigInt(r??0));if(o)return o;let a=this.session.messages.find(l=>l.id===r);return a?h(this,J,zs).call(this,a,_i.open):null},sl=async function(e,t){await this.session.become(e),await this.session.open(t);let r=await this.session.command("sentiment privacy opt-out");return r?.message?!No(r.message,_i.erase)||await h(this,J,zs).call(this,r.message,_i.erase)!==null:!1},zs=async function(e,t){let r=No(e,t);return(r?await this.session.use(e,r):null)?.message??null},rl=function(){this.session.become(this.session.start?.you??""),h(this,J,Fo).call(this)},Fo=function(){this.isOpen=!1;try{localStorage.setItem(Xn,"yes")}catch{}this.dispatchEvent(new CustomEvent("closed",{bubbles:!0}))},M([f({attribute:!1})],it.prototype,"session",2),M([f({attribute:!1})],it.prototype,"version",2),M([Q()],it.prototype,"at",2),M([Q()],it.prototype,"isBusy",2),M([Q()],it.prototype,"askedEarly",2),M([Q()],it.prototype,"isDone",2),M([Q()],it.prototype,"isOpen",2),it=M([B("guided-tour")],it);function No(i,s){return i.components.flatMap(t=>t.components??[]).find(t=>t.custom_id?.startsWith(s))?.custom_id}function Ld(){try{return localStorage.getItem(Xn)!==null}catch{return!1}}var Pd=1024;function ol(i){return[...i].map(s=>({file:s,altText:""}))}function al(i,s,e){return i.length?n`<ul class="attached" aria-label=${u.attached}>${i.map(t=>{let{name:r,size:o,type:a}=t.file,[l,d]=[u.altTextOf(t.altText!==""),t.altText!==""];return n`<li><span class="name">${r}</span> <small>${u.size(o)}</small>
      ${a.startsWith("image/")?n`<button type="button" class="plain link" title=${d?t.altText:z}
            aria-label="${l}: ${r}" @click=${()=>s(t)}>${l}</button>`:z}
      <button type="button" class="icon" aria-label=${u.removeFile(r)}
        @click=${()=>e(t)}><span aria-hidden="true">✕</span></button></li>`})}</ul>`:z}var _s,Gt,nl,Go,xs=class extends j{constructor(){super(...arguments);L(this,Gt);this.one=null;L(this,_s,"")}createRenderRoot(){return this}async open(e){F(this,_s,await Nd(e.file)),this.one=e,await this.updateComplete,this.querySelector("dialog")?.showModal()}render(){let{one:e}=this;return e?n`<dialog class="modal" aria-labelledby="alt-text-title" @close=${()=>this.one=null}>
      <form @submit=${h(this,Gt,nl)}>
        <h2 id="alt-text-title">${u.describe(e.file.name)}</h2>
        <img class="described" src=${g(this,_s)} alt="" />
        <div class="field"><label for="alt-text">${u.altTextLabel}</label>
          <small class="hint" id="alt-text-hint">${u.altTextHint}</small>
          <textarea id="alt-text" name="text" rows="3" autofocus maxlength=${Pd}
            aria-describedby="alt-text-hint" .value=${e.altText}></textarea></div>
        <div class="modal-foot">
          <button type="button" class="button secondary" @click=${h(this,Gt,Go)}>${u.cancel}</button>
          <button type="submit" class="button primary">${u.save}</button>
        </div>
      </form></dialog>`:z}};_s=new WeakMap,Gt=new WeakSet,nl=function(e){e.preventDefault();let{one:t}=this,r=new FormData(e.target).get("text");if(h(this,Gt,Go).call(this),!t)return;let o={file:t.file,altText:String(r).trim()};this.dispatchEvent(new CustomEvent("described",{detail:o}))},Go=function(){this.querySelector("dialog")?.close()},M([Q()],xs.prototype,"one",2),xs=M([B("alt-text-dialog")],xs);function Nd(i){return new Promise(s=>{let e=new FileReader;e.onloadend=()=>s(typeof e.result=="string"?e.result:""),e.readAsDataURL(i)})}var Bd=0,Mi=class{constructor(s,e){this.host=s;this.take=e;this.choices=[];this.id=`suggestions-${Bd+=1}`;this.#e=0;s.addController(this)}#e;hostConnected(){}get isOpen(){return this.choices.length>0}get activeId(){return this.isOpen?`${this.id}-${this.#e}`:z}show(s){let e=s.length===this.choices.length&&s.every((t,r)=>t.value===this.choices[r]?.value);this.choices=s,e||(this.#e=0),this.host.requestUpdate()}hide(){this.show([])}key(s){let e=this.choices[this.#e];if(!e||s.isComposing)return!1;if(s.key==="ArrowDown")this.#e=(this.#e+1)%this.choices.length;else if(s.key==="ArrowUp")this.#e=(this.#e+this.choices.length-1)%this.choices.length;else if(s.key==="Enter"||s.key==="Tab")this.take(e);else if(s.key==="Escape")this.hide();else return!1;return s.preventDefault(),s.stopPropagation(),this.host.requestUpdate(),this.host.updateComplete.then(()=>this.host.querySelector(`#${this.id}-${this.#e}`)?.scrollIntoView({block:"nearest"})),!0}render(s){return this.isOpen?n`<ul class="suggestions" id=${this.id} role="listbox" tabindex="0" aria-label=${s}>${this.choices.map((e,t)=>n`<li id="${this.id}-${t}" role="option" aria-selected=${t===this.#e}
        class=${t===this.#e?"active":""} @pointerdown=${r=>r.preventDefault()}
        @click=${()=>this.take(e)}>
        <span class="choice">${e.label}${e.description?n`<small>${e.description}</small>`:z}</span></li>`)}</ul>`:z}};var Ud=150,Me,At,X,ll,nt,hl,cl,Wo,dl,ml,Wt,Ko,pl,fl,ul,Yo,at=class extends j{constructor(){super(...arguments);L(this,X);this.rest=null;this.refused=null;this.filled=new Map;this.current="";L(this,Me,new Mi(this,e=>h(this,X,dl).call(this,e)));L(this,At,null)}createRenderRoot(){return this}firstUpdated(){if(this.refused){this.filled=this.refused,h(this,X,Wt).call(this,this.filled.keys().next().value);return}let[e]=this.command.options,t=this.command.options.filter(o=>o.required);e&&!t.includes(e)&&this.rest!==null&&t.unshift(e);let r=this.rest??"";this.filled=new Map(t.map(o=>[o.name,{text:o===e?r:""}])),h(this,X,Wt).call(this,this.filled.keys().next().value)}render(){let e=this.command.options,t=e.filter(o=>!this.filled.has(o.name)),r=e.find(o=>o.name===this.current);return n`<form class="command" @submit=${h(this,X,pl)} @keydown=${h(this,X,fl)}>
      ${g(this,Me).render(u.choices(r?Ae(r,g(this,X,nt)):""))}
      <p class="command-hint">${r?di(r,g(this,X,nt)):this.command.description}</p>
      <div class="command-line"><strong>/${this.command.label}</strong>
        ${e.filter(o=>this.filled.has(o.name)).map(o=>h(this,X,ll).call(this,o))}
        ${t.map(o=>n`<button type="button" class="add-option" aria-label=${u.addOption(Ae(o,g(this,X,nt)))}
          title=${di(o,g(this,X,nt))} @click=${()=>h(this,X,ml).call(this,o)}>+ ${Ae(o,g(this,X,nt))}</button>`)}
        <span class="command-ends"><button type="button" class="plain link" @click=${h(this,X,Yo)}>${u.cancel}</button>
        <button type="submit" class="button primary">${u.send}</button></span>
      </div></form>`}};Me=new WeakMap,At=new WeakMap,X=new WeakSet,ll=function(e){let t=e.name===this.current;return n`<label class="option"><span>${Ae(e,g(this,X,nt))}</span>
      <input name=${e.name} type="text" autocomplete="off" role="combobox" aria-autocomplete="list"
        aria-label=${u.option(Ae(e,g(this,X,nt)),!!e.required)} aria-description=${di(e,g(this,X,nt))}
        aria-expanded=${t&&g(this,Me).isOpen} aria-controls=${t&&g(this,Me).isOpen?g(this,Me).id:z}
        aria-activedescendant=${t?g(this,Me).activeId:z}
        .value=${this.filled.get(e.name)?.text??""}
        @focus=${()=>h(this,X,hl).call(this,e)} @blur=${()=>g(this,Me).hide()}
        @input=${r=>h(this,X,cl).call(this,e,r.target.value)}
        @keydown=${r=>g(this,Me).key(r)} /></label>`},nt=function(){return this.session.view?.user.locale},hl=function(e){this.current=e.name,h(this,X,Wo).call(this,e,"")},cl=function(e,t){this.filled=new Map(this.filled).set(e.name,{text:t}),h(this,X,Wo).call(this,e,t)},Wo=async function(e,t){g(this,At)?.abort();let r=vl(e,this.session);if(r)return g(this,Me).show($n(r,t));if(!e.autocomplete)return g(this,Me).hide();let o=F(this,At,new AbortController);if(await new Promise(a=>setTimeout(a,Ud)),!o.signal.aborted)try{let a={...h(this,X,Ko).call(this),[e.name]:t},{api:l,channelId:d}=this.session,p=await l.complete(d,this.command.name,a,e.name,o.signal);if(o.signal.aborted||this.current!==e.name)return;g(this,Me).show(p.map(m=>({value:String(m.value),label:m.name})))}catch{g(this,Me).hide()}},dl=function(e){this.filled=new Map(this.filled).set(this.current,{text:e.label,value:e.value}),g(this,At)?.abort(),g(this,Me).hide();let t=this.command.options.find(r=>r.required&&!this.filled.get(r.name)?.text);t&&h(this,X,Wt).call(this,t.name)},ml=function(e){this.filled=new Map(this.filled).set(e.name,{text:""}),h(this,X,Wt).call(this,e.name)},Wt=async function(e){await this.updateComplete;let t=e?`input[name="${CSS.escape(e)}"]`:"button[type=submit]";this.querySelector(t)?.focus()},Ko=function(){let e={};for(let t of this.command.options){let r=this.filled.get(t.name);r?.text&&(e[t.name]=qd(t,r,this.session))}return e},pl=function(e){e.preventDefault();let t=this.command.options.find(o=>o.required&&!this.filled.get(o.name)?.text);if(t){this.session.complain(u.optionMissing(Ae(t,g(this,X,nt)))),h(this,X,Wt).call(this,t.name);return}g(this,At)?.abort();let r={values:h(this,X,Ko).call(this),filled:this.filled};this.dispatchEvent(new CustomEvent("use",{detail:r}))},fl=function(e){let t=e.target,r=e.key==="Backspace"&&t instanceof HTMLInputElement&&t.value==="";e.key!=="Escape"&&!r||(e.preventDefault(),r&&this.filled.size>1?h(this,X,ul).call(this,t.name):h(this,X,Yo).call(this))},ul=function(e){let t=this.command.options.filter(a=>this.filled.has(a.name)),r=t.findIndex(a=>a.name===e);if(t[r]?.required)return;let o=new Map(this.filled);o.delete(e),this.filled=o,h(this,X,Wt).call(this,(t[r-1]??t[r+1])?.name)},Yo=function(){g(this,At)?.abort(),this.dispatchEvent(new CustomEvent("left"))},M([f({attribute:!1})],at.prototype,"session",2),M([f({attribute:!1})],at.prototype,"command",2),M([f({attribute:!1})],at.prototype,"rest",2),M([f({attribute:!1})],at.prototype,"refused",2),M([Q()],at.prototype,"filled",2),M([Q()],at.prototype,"current",2),at=M([B("command-form")],at);function vl(i,s){return i.choices?i.choices.map(e=>({value:String(e.value),label:Ae(e,s.view?.user.locale)})):i.type===et.BOOLEAN?[{value:"true",label:u.yes},{value:"false",label:u.no}]:_n(i.type,s,i.channel_types)}function qd(i,s,e){let t=vl(i,e)??[],r=s.text.trim().toLowerCase(),o=t.find(d=>d.label.toLowerCase()===r||d.label.slice(1).toLowerCase()===r),a=s.value??o?.value??s.text;return i.type===et.BOOLEAN&&(a==="true"||a==="false")?a==="true":a}function gl(i,s){return i.filter(t=>t.type===kr.SLASH).flatMap(t=>bl(t,"","",s))}function bl(i,s,e,t){let[r,o]=[`${s}${i.name}`,`${e}${Ae(i,t)}`],a=i.options??[],l=a.filter(d=>d.type===et.SUBCOMMAND||d.type===et.GROUP);return l.length?l.flatMap(d=>bl(d,`${r} `,`${o} `,t)):[{name:r,label:o,description:di(i,t),options:a}]}function yl(i,s){let e=s.slice(1).toLowerCase().trimEnd(),t=e.split(/\s+/).filter(Boolean);return i.filter(o=>t.every(a=>o.label.includes(a))).toSorted((o,a)=>Number(a.label.startsWith(e))-Number(o.label.startsWith(e)))}function wl(i,s){let e=s.slice(1).replace(/\s+/g," "),t=i.filter(r=>e.toLowerCase().startsWith(`${r.label} `)).toSorted((r,o)=>o.label.length-r.label.length)[0];return t?[t,e.slice(t.label.length+1)]:null}function zl(i,s){return{text:[i.text,s?.text].filter(Boolean).join(`
`),files:[...i.files,...s?.files??[]],replyTo:i.replyTo??s?.replyTo??null}}var Fd=/(```[\s\S]*?```|`[^`\n]*`)/;function _l(i,s){let e=i.members.filter(({user:o})=>s.viewers.includes(o.id)).map(o=>{let a=ci(o.user,o);return{typed:`@${a}`,sent:`<@${o.user.id}>`,description:Tr(o.user,a)}}),t=i.channels.filter(o=>o.type!==ut.CATEGORY).map(o=>({typed:`#${o.name}`,sent:`<#${o.id}>`,description:_e(o)?u.thread:void 0})),r=i.emojis.map(({id:o,name:a})=>({typed:`:${a}:`,sent:`<:${a}:${o}>`}));return[...e,...Gd(i,fn(s)),...t,...r]}function Gd(i,s){let e=[{typed:"@everyone",sent:"@everyone",description:u.everyone},{typed:"@here",sent:"@here",description:u.here}],t=i.roles.filter(r=>r.name!=="@everyone"&&(s||r.mentionable));return[...s?e:[],...t.map(r=>({typed:`@${r.name}`,sent:`<@&${r.id}>`,description:u.role}))]}function Zo(i,s){return/(?:^|\s)([@#][^\s@#]*|:\w{2,})$/u.exec(i.slice(0,s))?.[1]??null}function $l(i,s){let[e,t]=[s[0]??"",s.slice(1).toLowerCase()],r=a=>a.typed.slice(1).toLowerCase();return i.filter(a=>a.typed.startsWith(e)&&r(a).includes(t)).toSorted((a,l)=>Number(r(l).startsWith(t))-Number(r(a).startsWith(t)))}function Ml(i,s){let e=Tl(s);if(!e.size)return i;let t=p=>p.startsWith(":"),r=[...e.keys()].toSorted((p,m)=>m.length-p.length),o=r.filter(p=>!t(p)).map(xl),a=r.filter(t).map(xl),l=new RegExp(`(?<![\\p{L}\\p{N}_<@])(?:${o.join("|")})(?![\\p{L}\\p{N}_])|(?<!<a?)(?:${a.join("|")||"(?!)"})(?!\\d)`,"giu"),d=p=>e.get(p.toLowerCase())?.sent??p;return i.split(Fd).map((p,m)=>m%2?p:p.replace(l,d)).join("")}function kl(i,s){return[...Tl(s).values()].reduce((e,t)=>e.replaceAll(t.sent,t.typed),i)}function Tl(i){return new Map(i.toReversed().map(s=>[s.typed.toLowerCase(),s]))}function xl(i){return i.replace(/[.*+?^${}()|[\]\\/]/g,"\\$&")}var Wd=2e3,Kd=10,Yd=matchMedia("(max-width: 480px)"),$s,Ti,Ee,st,Yt,Zt,A,Ir,Vr,El,Dr,Hl,Cl,Sl,jr,Al,Ol,Xo,Rl,Il,Vl,Jo,Lr,Pr,Nr,ki,Dl,Br,Kt,Oe=class extends j{constructor(){super(...arguments);L(this,A);this.version=0;this.text="";this.files=[];this.replyTo=null;this.editing=null;this.command=null;L(this,$s,null);L(this,Ti,null);L(this,Ee,new Mi(this,e=>h(this,A,Cl).call(this,e)));L(this,st,"");L(this,Yt,new Map);L(this,Zt,"")}createRenderRoot(){return this}willUpdate(e){let t=`${this.session.view?.user.id} ${this.session.channelId}`;t!==g(this,st)&&(h(this,A,Nr).call(this),F(this,st,t),h(this,A,ki).call(this))}focusText(){(this.querySelector("textarea")??this.querySelector("input, button"))?.focus()}attach(e){let t=ol(e);!t.length||!this.querySelector("textarea")||this.editing||(this.files=[...this.files,...t],h(this,A,Kt).call(this))}async reply(e){g(this,A,Pr)&&h(this,A,ki).call(this),this.replyTo=e,await h(this,A,Kt).call(this)}async edit(e){h(this,A,Nr).call(this),this.editing=e,this.text=kl(e.content,g(this,A,Vr)),await h(this,A,Kt).call(this)}render(){let{session:e,command:t}=this,r=e.channel;if(!r)return n``;if(!Er(r))return n`<p class="composer about">${u.mayNotWrite}</p>`;if(t)return n`<command-form .session=${e} .command=${t} .rest=${g(this,$s)} .refused=${g(this,Ti)}
        @left=${h(this,A,Jo)} @use=${h(this,A,Al)}></command-form>`;let o=this.editing?u.editing:this.replyTo?u.replyingTo(e.nameOf(this.replyTo.author)):"";return n`<form class="composer" @submit=${h(this,A,Xo)} @paste=${a=>this.attach(a.clipboardData?.files??[])}>
      ${g(this,Ee).render(this.text.startsWith("/")?u.commands:u.names)}
      ${o?n`<p class="about">${o} <button type="button" class="plain link" @click=${h(this,A,Lr)}>${u.stop}</button></p>`:z}
      ${al(this.files,a=>this.altTextDialog.open(a),a=>h(this,A,Vl).call(this,a))}
      <div class="write">
        <label class="icon attach" title=${u.attach}><span aria-hidden="true">+</span><span class="unseen">${u.attach}</span>
          <input type="file" class="unseen" multiple ?disabled=${this.editing!==null} @change=${h(this,A,Rl)} /></label>
        <textarea rows=${Math.min(8,this.text.split(`
`).length)} maxlength=${Wd}
          placeholder=${Yd.matches?u.write(r.name):`${u.write(r.name)} \xB7 ${u.writeHint}`} aria-label=${u.write(r.name)}
          aria-haspopup="listbox" aria-autocomplete="list"
          aria-controls=${g(this,Ee).isOpen?g(this,Ee).id:z}
          aria-activedescendant=${g(this,Ee).activeId} .value=${this.text}
          @input=${h(this,A,El)} @keydown=${h(this,A,Ol)} @keyup=${h(this,A,Dr)} @click=${h(this,A,Dr)} @blur=${()=>g(this,Ee).hide()}></textarea>
        <button type="submit" class="button primary">${this.editing?u.save:u.send}</button>
      </div></form>
      <alt-text-dialog @described=${h(this,A,Il)}></alt-text-dialog>`}async stopEditing(e){this.editing?.id===e.id&&await h(this,A,Lr).call(this)}};$s=new WeakMap,Ti=new WeakMap,Ee=new WeakMap,st=new WeakMap,Yt=new WeakMap,Zt=new WeakMap,A=new WeakSet,Ir=function(){return gl(this.session.view?.commands??[],this.session.view?.user.locale)},Vr=function(){let{view:e,channel:t}=this.session;return e&&t?_l(e,t):[]},El=function(e){this.text=e.target.value,h(this,A,Dr).call(this)},Dr=function(){let e=this.querySelector("textarea");if(!e||e.selectionStart!==e.selectionEnd)return g(this,Ee).hide();let t=`${e.selectionEnd} ${this.text}`;if(t===g(this,Zt))return;if(F(this,Zt,t),this.text.startsWith("/")&&!this.editing)return h(this,A,Hl).call(this);let r=Zo(this.text,e.selectionEnd),o=r===null?[]:$l(g(this,A,Vr),r).slice(0,Kd);g(this,Ee).show(o.map(a=>({value:a.typed,label:a.typed,description:a.description})))},Hl=function(){let e=wl(g(this,A,Ir),this.text);if(e)return h(this,A,jr).call(this,...e);let t=yl(g(this,A,Ir),this.text);g(this,Ee).show(t.map(r=>({value:r.name,label:`/${r.label}`,description:r.description})))},Cl=function(e){if(!this.text.startsWith("/")||this.editing)return h(this,A,Sl).call(this,e.value);let t=g(this,A,Ir).find(r=>r.name===e.value);t&&h(this,A,jr).call(this,t,null)},Sl=function(e){let t=this.querySelector("textarea"),r=Zo(this.text,t?.selectionEnd??0);if(!t||r===null)return;let o=t.selectionEnd;t.setRangeText(`${e} `,o-r.length,o,"end"),this.text=t.value,F(this,Zt,`${t.selectionEnd} ${this.text}`),g(this,Ee).hide()},jr=function(e,t){h(this,A,Nr).call(this,""),F(this,$s,t),F(this,Ti,null),this.command=e},Al=async function(e){let{command:t,session:r}=this,{values:o,filled:a}=e.detail;if(!t)return;await h(this,A,Jo).call(this);let l=g(this,st);await r.command(t.name,o)||l!==g(this,st)||this.text||this.command||this.editing||this.replyTo||(h(this,A,jr).call(this,t,null),F(this,Ti,a))},Ol=function(e){if(!g(this,Ee).key(e)){if(e.key==="Enter"&&!e.shiftKey&&!e.isComposing)e.preventDefault(),h(this,A,Xo).call(this,e);else if(e.key==="Escape")h(this,A,Lr).call(this);else if(e.key==="ArrowUp"&&this.text===""&&!this.editing){let t=this.session.messages.findLast(r=>r.author.id===this.session.view?.user.id&&Et(r));if(!t)return;e.preventDefault(),this.edit(t)}}},Xo=async function(e){e.preventDefault();let{text:t,files:r,replyTo:o,editing:a,session:l}=this,d=Ml(t.trim(),g(this,A,Vr));if(a)!d&&!a.attachments.length?this.dispatchEvent(new CustomEvent("emptied",{detail:a})):await l.edit(a,d)&&this.editing===a&&h(this,A,ki).call(this);else if(d||r.length){h(this,A,Br).call(this);let p=g(this,st);if(await l.send(d,o?.id??null,r))return;h(this,A,Dl).call(this,p,{text:t,files:r,replyTo:o})}},Rl=function(e){let t=e.target;this.attach(t.files??[]),t.value=""},Il=function({detail:e}){this.files=this.files.map(t=>t.file===e.file?e:t)},Vl=function(e){this.files=this.files.filter(t=>t!==e),h(this,A,Kt).call(this)},Jo=async function(){h(this,A,ki).call(this),await h(this,A,Kt).call(this)},Lr=async function(){this.editing&&h(this,A,ki).call(this),this.replyTo=null,await h(this,A,Kt).call(this)},Pr=function(){return this.editing!==null||this.command!==null},Nr=function(e=this.text){let{files:t,replyTo:r}=this;g(this,A,Pr)||g(this,Yt).set(g(this,st),{text:e,files:t,replyTo:r}),h(this,A,Br).call(this)},ki=function(){h(this,A,Br).call(this),Object.assign(this,g(this,Yt).get(g(this,st)))},Dl=function(e,t){let r=e===g(this,st)&&!g(this,A,Pr),{text:o,files:a,replyTo:l}=this,d=r?{text:o,files:a,replyTo:l}:g(this,Yt).get(e),p=zl(t,d);r?Object.assign(this,p):g(this,Yt).set(e,p)},Br=function(){this.text="",this.files=[],this.replyTo=null,this.editing=null,this.command=null,F(this,Zt,""),g(this,Ee).hide()},Kt=async function(){await this.updateComplete,this.focusText()},M([f({attribute:!1})],Oe.prototype,"session",2),M([f({attribute:!1})],Oe.prototype,"version",2),M([Q()],Oe.prototype,"text",2),M([Q()],Oe.prototype,"files",2),M([Q()],Oe.prototype,"replyTo",2),M([Q()],Oe.prototype,"editing",2),M([Q()],Oe.prototype,"command",2),M([$t("alt-text-dialog")],Oe.prototype,"altTextDialog",2),Oe=M([B("message-composer")],Oe);var jl=(i,s,e)=>{let t=new Map;for(let r=s;r<=e;r++)t.set(i[r],r);return t},Ll=Ze(class extends Ce{constructor(i){if(super(i),i.type!==ze.CHILD)throw Error("repeat() can only be used in text expressions")}dt(i,s,e){let t;e===void 0?e=s:s!==void 0&&(t=s);let r=[],o=[],a=0;for(let l of i)r[a]=t?t(l,a):a,o[a]=e(l,a),a++;return{values:o,keys:r}}render(i,s,e){return this.dt(i,s,e).values}update(i,[s,e,t]){let r=Ga(i),{values:o,keys:a}=this.dt(s,e,t);if(!Array.isArray(r))return this.ut=a,o;let l=this.ut??=[],d=[],p,m,c=0,T=r.length-1,w=0,_=o.length-1;for(;c<=T&&w<=_;)if(r[c]===null)c++;else if(r[T]===null)T--;else if(l[c]===a[w])d[w]=Mt(r[c],o[w]),c++,w++;else if(l[T]===a[_])d[_]=Mt(r[T],o[_]),T--,_--;else if(l[c]===a[_])d[_]=Mt(r[c],o[_]),ri(i,d[_+1],r[c]),c++,_--;else if(l[T]===a[w])d[w]=Mt(r[T],o[w]),ri(i,r[c],r[T]),T--,w++;else if(p===void 0&&(p=jl(a,w,_),m=jl(l,c,T)),p.has(l[c]))if(p.has(l[T])){let y=m.get(a[w]),b=y!==void 0?r[y]:null;if(b===null){let k=ri(i,r[c]);Mt(k,o[w]),d[w]=k}else d[w]=Mt(b,o[w]),ri(i,r[c],b),r[y]=null;w++}else Js(r[T]),T--;else Js(r[c]),c++;for(;w<=_;){let y=ri(i,d[_+1]);Mt(y,o[w]),d[w++]=y}for(;c<=T;){let y=r[c++];y!==null&&Js(y)}return this.ut=a,Xs(i,d),ve}});var Zd=80,Xd=500,rt,zt,Ot,Es,Ei,Hs,G,Pl,Ms,Qo,Ur,Nl,Bl,Ul,ks,Ts,ql,Fl,Gl,Wl,Kl,qr,Fr,Cs,Ss,wt=class extends j{constructor(){super(...arguments);L(this,G);this.messages=[];this.channelId="";this.activeId=null;L(this,rt,!0);L(this,zt,0);L(this,Ot,!1);L(this,Es,!1);L(this,Ei,new ResizeObserver(()=>h(this,G,Ur).call(this)));L(this,Hs);L(this,Cs,()=>{F(this,rt,!0),F(this,Ot,!0),F(this,zt,g(this,G,Ms).scrollTop),this.requestUpdate()});L(this,Ss,async e=>{let{channel:t,message:r}=e.detail;if(!await this.session.openAt(t,r))return;await h(this,G,ks).call(this);let o=h(this,G,Ts).call(this,r);o&&(F(this,rt,!1),o.scrollIntoView({block:"center"}),o.focus({preventScroll:!0}),o.classList.add("found"),setTimeout(()=>o.classList.remove("found"),2500))})}createRenderRoot(){return this}connectedCallback(){super.connectedCallback(),this.session.addEventListener("jump",g(this,Ss)),this.session.addEventListener("answered",g(this,Cs))}disconnectedCallback(){this.session.removeEventListener("jump",g(this,Ss)),this.session.removeEventListener("answered",g(this,Cs)),g(this,Ei).disconnect(),super.disconnectedCallback()}firstUpdated(){g(this,Ei).observe(this.querySelector("ol")),g(this,Ei).observe(g(this,G,Ms))}willUpdate(e){F(this,Es,this.contains(document.activeElement)),e.has("channelId")&&(this.activeId=null,F(this,rt,!0),F(this,Ot,!1),F(this,zt,0))}updated(){g(this,Es)&&document.activeElement===document.body&&this.querySelector('li.message[tabindex="0"]')?.focus({preventScroll:!0}),h(this,G,Ur).call(this)}render(){let{messages:e,session:t}=this,r=t.channel?.name??"",o=e.some(a=>a.id===this.activeId)?this.activeId:e.at(-1)?.id;return n`<div class="scroll" @scroll=${h(this,G,Qo)}>
      ${t.hasOlder&&e.length?n`<button type="button" class="button secondary older" @click=${h(this,G,Nl)}>${u.older}</button>`:z}
      <ol class="messages" aria-label=${u.messagesIn(r)} @keydown=${h(this,G,Fl)} @focusin=${h(this,G,ql)}
        @contextmenu=${h(this,G,Wl)} @pointerdown=${h(this,G,Kl)} @pointerup=${h(this,G,qr)}
        @pointercancel=${h(this,G,qr)} @pointermove=${h(this,G,qr)}>
        ${Ll(e,a=>a.id,(a,l)=>h(this,G,Pl).call(this,a,e[l-1],a.id===o))}
      </ol>
      ${t.hasNewer?n`<button type="button" class="button secondary newer" @click=${h(this,G,Bl)}>${u.newer}</button>`:z}
      ${e.length||!t.isLoaded?z:n`<p class="nothing">${u.nothingYet(r)}</p>`}
    </div>
    ${t.hasNewer?n`<p class="earlier">${u.earlier} <button type="button" class="plain link" @click=${h(this,G,Ul)}>${u.toNewest}</button></p>`:z}`}};rt=new WeakMap,zt=new WeakMap,Ot=new WeakMap,Es=new WeakMap,Ei=new WeakMap,Hs=new WeakMap,G=new WeakSet,Pl=function(e,t,r){let o=u.dayOf(new Date(e.timestamp)),a=!t||u.dayOf(new Date(t.timestamp))!==o,l=!a&&Un(e,t);return n`${a?n`<li class="day"><span>${o}</span></li>`:z}
      <li id="message-${e.id}" class="message ${l?"goes-on":""}" tabindex=${r?0:-1} data-id=${e.id}>
        <message-item .message=${e} .session=${this.session} .goesOn=${l} .active=${r} .view=${this.view}></message-item>
      </li>`},Ms=function(){return this.querySelector(".scroll")},Qo=function(){let{scrollTop:e,scrollHeight:t,clientHeight:r}=g(this,G,Ms),o=Math.abs(e-g(this,zt))>1;t-e-r<Zd?F(this,rt,!0):(e<g(this,zt)||o&&g(this,Ot))&&F(this,rt,!1),o&&F(this,Ot,!1),F(this,zt,e)},Ur=function(){if(h(this,G,Qo).call(this),!g(this,rt)||this.session.hasNewer)return;let e=g(this,G,Ms),t=this.querySelector("li.message:last-of-type"),r=t!==null&&t.offsetHeight>e.clientHeight;e.scrollTop=g(this,Ot)&&r?t.offsetTop-e.offsetTop:e.scrollHeight,F(this,zt,e.scrollTop)},Nl=async function(){let e=this.messages[0]?.id;await this.session.loadOlder(),await h(this,G,ks).call(this),e&&h(this,G,Ts).call(this,e)?.scrollIntoView({block:"start"})},Bl=async function(){let e=this.messages.at(-1)?.id;F(this,rt,!1),await this.session.loadNewer(),await h(this,G,ks).call(this);let t=this.messages[this.messages.findIndex(r=>r.id===e)+1];t&&h(this,G,Ts).call(this,t.id)?.focus({preventScroll:!0})},Ul=async function(){await this.session.loadNewest(),F(this,rt,!0),await h(this,G,ks).call(this),h(this,G,Ur).call(this),h(this,G,Ts).call(this,this.messages.at(-1)?.id??"")?.focus({preventScroll:!0})},ks=async function(){await new Promise(e=>requestAnimationFrame(e)),await this.updateComplete},Ts=function(e){return this.querySelector(`#message-${e}`)},ql=function(e){this.activeId=e.target.closest("li.message")?.dataset.id??this.activeId},Fl=function(e){let t=e.target;if(!t.matches("li.message"))return;let r=[...this.querySelectorAll("li.message")],o=r.indexOf(t);if(e.key==="ArrowDown")r[o+1]?.focus();else if(e.key==="ArrowUp")r[o-1]?.focus();else if(e.key==="Home")r[0]?.focus();else if(e.key==="End")r.at(-1)?.focus();else if(e.key==="Enter"||e.key==="ContextMenu"||e.key==="F10"&&e.shiftKey)h(this,G,Gl).call(this,t);else return;e.preventDefault()},Gl=function(e){let t=e.getBoundingClientRect();h(this,G,Fr).call(this,e,t.left+56,Math.min(t.bottom,innerHeight-60))},Wl=function(e){let t=e.target,r=t.closest("li.message");!r||t.closest("a[href], img.picture, input, textarea")||(e.preventDefault(),(e.button===2||e.detail)&&h(this,G,Fr).call(this,r,e.clientX,e.clientY))},Kl=function(e){let t=e.target.closest("li.message");e.pointerType==="mouse"||!t||F(this,Hs,setTimeout(()=>h(this,G,Fr).call(this,t,e.clientX,e.clientY),Xd))},qr=function(e){e.type==="pointermove"&&Math.abs(e.movementX)+Math.abs(e.movementY)<4||clearTimeout(g(this,Hs))},Fr=function(e,t,r){let o=this.messages.find(a=>a.id===e.dataset.id);o&&(e.focus({preventScroll:!0}),this.dispatchEvent(new CustomEvent("message-menu",{detail:{message:o,x:t,y:r},bubbles:!0})))},Cs=new WeakMap,Ss=new WeakMap,M([f({attribute:!1})],wt.prototype,"session",2),M([f({attribute:!1})],wt.prototype,"messages",2),M([f({attribute:!1})],wt.prototype,"view",2),M([f({attribute:!1})],wt.prototype,"channelId",2),M([Q()],wt.prototype,"activeId",2),wt=M([B("message-list")],wt);var Jd=["\u{1F44D}","\u2764\uFE0F","\u{1F602}","\u{1F62E}"].map(i=>({id:null,name:i})),Os,Hi,K,ea,Zl,Xl,Jl,Ql,lt,ta,Gr,As,ia,Wr,eh,sa,Xt=class extends j{constructor(){super(...arguments);L(this,K);this.message=null;this.appsOpen=!1;L(this,Os,null);L(this,Hi,{x:0,y:0})}createRenderRoot(){return this}async open(e,t,r){e.type===Se.THREAD_STARTER&&!e.referenced_message||(F(this,Os,document.activeElement),this.message=e,this.appsOpen=!1,F(this,Hi,{x:t,y:r}),await this.updateComplete,h(this,K,sa).call(this),g(this,K,ta)[0]?.focus())}render(){let{message:e,session:t}=this;if(!e)return z;let r=t.channel,o=e.author.id===t.view?.user.id,a=!(e.flags&tt),l=o||r!==void 0&&mn(r),d=t.view?.channels.some(p=>p.id===e.id);return e.type===Se.THREAD_STARTER?h(this,K,ea).call(this,h(this,K,Zl).call(this,e)):h(this,K,ea).call(this,n`${a?h(this,K,Xl).call(this,e):z}
        ${a&&r&&Er(r)?h(this,K,lt).call(this,u.reply,()=>h(this,K,As).call(this,"reply")):z}
        ${o&&a&&Et(e)?h(this,K,lt).call(this,u.edit,()=>h(this,K,As).call(this,"edit")):z}
        ${a&&r&&un(r)&&!d?h(this,K,lt).call(this,u.openThread,()=>h(this,K,As).call(this,"thread")):z}
        ${e.content?h(this,K,lt).call(this,u.copyText,()=>Yl(e.content)):z}
        ${a?h(this,K,Jl).call(this,e):z}
        ${a?z:h(this,K,lt).call(this,u.dismiss,()=>{t.delete(e)},"dangerous")}
        ${a&&l?h(this,K,lt).call(this,u.delete,p=>h(this,K,Ql).call(this,e,p),"dangerous"):z}`)}};Os=new WeakMap,Hi=new WeakMap,K=new WeakSet,ea=function(e){return n`<div class="menu-scrim" @pointerdown=${()=>h(this,K,Wr).call(this)} @contextmenu=${t=>t.preventDefault()}></div>
      <div class="menu" role="menu" aria-label=${u.actions} @keydown=${h(this,K,eh)}>${e}</div>`},Zl=function(e){let t=e.referenced_message;return t?[h(this,K,lt).call(this,u.goToMessage,()=>this.session.jumpToMessage(t.channel_id,t.id)),t.content?h(this,K,lt).call(this,u.copyText,()=>Yl(t.content)):z]:z},Xl=function(e){let t=[...Jd,...(this.session.view?.emojis??[]).slice(0,2)];return n`<div class="menu-reactions" role="group" aria-label=${u.react}>${t.map(r=>n`<button type="button" role="menuitem" tabindex="-1" aria-label=${`${u.react}: ${r.name}`}
        @click=${()=>h(this,K,ia).call(this,()=>{this.session.react(e,r)})}>${Ut(r)}</button>`)}</div>`},Jl=function(e){let t=(this.session.view?.commands??[]).filter(r=>r.type===kr.MESSAGE_MENU);return t.length?n`<button type="button" role="menuitem" tabindex="-1" aria-haspopup="menu" aria-expanded=${this.appsOpen}
        @click=${()=>h(this,K,Gr).call(this,!this.appsOpen)}>${u.apps} <span aria-hidden="true">${this.appsOpen?"\u25BE":"\u25B8"}</span></button>
      ${this.appsOpen?n`<div role="group" class="menu-apps" aria-label=${u.apps}>${t.map(r=>h(this,K,lt).call(this,Ae(r,this.session.view?.user.locale),()=>{this.session.app(e,r.name)}))}</div>`:z}`:z},Ql=function(e,t){t.shiftKey?this.session.delete(e):h(this,K,As).call(this,"delete")},lt=function(e,t,r=""){return n`<button type="button" role="menuitem" tabindex="-1" class=${r}
      @click=${o=>h(this,K,ia).call(this,()=>t(o))}>${e}</button>`},ta=function(){return[...this.querySelectorAll("[role=menuitem]")]},Gr=async function(e){this.appsOpen=e,await this.updateComplete,h(this,K,sa).call(this),e&&this.querySelector(".menu-apps [role=menuitem]")?.focus()},As=function(e){this.message&&this.dispatchEvent(new CustomEvent("act",{detail:{act:e,message:this.message}}))},ia=function(e){e(),h(this,K,Wr).call(this)},Wr=function(){let e=this.contains(document.activeElement);this.message=null,e&&g(this,Os)?.focus()},eh=function(e){let t=g(this,K,ta),r=t.indexOf(document.activeElement),o=document.activeElement?.closest(".menu-apps"),a=document.activeElement?.getAttribute("aria-haspopup")==="menu";if(e.key==="ArrowDown")t[(r+1)%t.length]?.focus();else if(e.key==="ArrowUp")t.at(r-1)?.focus();else if(e.key==="Home")t[0]?.focus();else if(e.key==="End")t.at(-1)?.focus();else if(e.key==="ArrowRight"&&a)h(this,K,Gr).call(this,!0);else if(e.key==="ArrowLeft"&&o)h(this,K,Gr).call(this,!1).then(()=>this.querySelector("[aria-haspopup]")?.focus());else if(e.key==="ArrowRight")t[(r+1)%t.length]?.focus();else if(e.key==="ArrowLeft")t.at(r-1)?.focus();else if(e.key==="Escape"||e.key==="Tab")h(this,K,Wr).call(this);else return;e.preventDefault(),e.stopPropagation()},sa=function(){let e=this.querySelector(".menu");if(!e)return;let{width:t,height:r}=e.getBoundingClientRect();e.style.left=`${Math.max(8,Math.min(g(this,Hi).x,innerWidth-t-8))}px`,e.style.top=`${Math.max(8,Math.min(g(this,Hi).y,innerHeight-r-8))}px`},M([f({attribute:!1})],Xt.prototype,"session",2),M([Q()],Xt.prototype,"message",2),M([Q()],Xt.prototype,"appsOpen",2),Xt=M([B("message-menu")],Xt);function Yl(i){navigator.clipboard?.writeText(i)}var Qd=2,ue,th,ra,ih,sh,rh,oh,ah,nh,Jt=class extends j{constructor(){super(...arguments);L(this,ue);this.complaint=""}createRenderRoot(){return this}firstUpdated(){this.querySelector("dialog")?.showModal()}render(){let e=this.session.host?.bot.user;return n`<dialog class="modal" aria-labelledby="modal-title" @cancel=${h(this,ue,nh)}>
      <form @submit=${h(this,ue,rh)}>
        <h2 id="modal-title">${this.modal.title}</h2>
        <p class="modal-note">${u.formFor(e?this.session.nameOf(e):"")}</p>
        ${this.modal.components.map(t=>h(this,ue,th).call(this,t))}
        <p class="modal-error" role="alert">${this.complaint}</p>
        <div class="modal-foot">
          <button type="button" class="button secondary" @click=${()=>this.session.closeModal()}>${u.cancel}</button>
          <button type="submit" class="button primary">${u.submit}</button>
        </div>
      </form></dialog>`}};ue=new WeakSet,th=function(e){return e.type===me.TEXT_DISPLAY?n`<p>${gt(e.content??"",this.session)}</p>`:e.type===me.LABEL&&e.component?h(this,ue,ra).call(this,e.component,e.label??"",e.description):n`${(e.components??[]).map(t=>h(this,ue,ra).call(this,t,t.label??""))}`},ra=function(e,t,r){let o=`field-${e.custom_id}`,a=e.required!==!1&&e.type!==me.CHECKBOX,l=n`${t}${a?z:n` <small>(${u.optional})</small>`}`,d=r?n`<small class="hint" id="${o}-hint">${r}</small>`:z;return e.type===me.RADIO_GROUP||e.type===me.CHECKBOX_GROUP?n`<fieldset class="field"><legend>${l}</legend>${d}${h(this,ue,sh).call(this,e)}</fieldset>`:n`<div class="field"><label for=${o}>${l}</label>${d}${h(this,ue,ih).call(this,e,o,t,a)}</div>`},ih=function(e,t,r,o){let a=e.custom_id??"";switch(e.type){case me.TEXT_INPUT:return e.style===Qd?n`<textarea id=${t} name=${a} rows="4" ?required=${o} aria-describedby="${t}-hint"
              minlength=${e.min_length||z} maxlength=${e.max_length??4e3}
              placeholder=${e.placeholder??""} .value=${e.value??""}></textarea>`:n`<input id=${t} name=${a} type="text" ?required=${o} aria-describedby="${t}-hint"
              minlength=${e.min_length||z} maxlength=${e.max_length??4e3}
              placeholder=${e.placeholder??""} .value=${e.value??""} />`;case me.CHECKBOX:return n`<input id=${t} name=${a} type="checkbox" .checked=${e.default??!1} />`;default:return n`<choice-select id=${t} data-name=${a} .select=${e} .session=${this.session} .label=${r}></choice-select>`}},sh=function(e){let t=e.type===me.RADIO_GROUP?"radio":"checkbox";return(e.options??[]).map(r=>n`<label class="box"><input type=${t} name=${e.custom_id??""} value=${r.value}
        .checked=${r.default??!1} /> ${r.label}
        ${r.description?n`<small>${r.description}</small>`:z}</label>`)},rh=function(e){e.preventDefault(),this.session.submit(this.modal,h(this,ue,oh).call(this,e.target))},oh=function(e){let t={},r=this.modal.components.flatMap(o=>o.component??o.components??[]);for(let o of r){let a=o.custom_id;if(!a)continue;let l=new FormData(e).getAll(a).map(String);o.type===me.TEXT_INPUT?t[a]=l[0]??"":o.type===me.CHECKBOX?t[a]=l.length>0:o.type===me.CHECKBOX_GROUP?t[a]=l:o.type!==me.RADIO_GROUP?t[a]=h(this,ue,ah).call(this,a):l[0]!==void 0&&(t[a]=l[0])}return t},ah=function(e){return this.querySelector(`choice-select[data-name="${CSS.escape(e)}"]`)?.values??[]},nh=function(e){e.preventDefault(),this.session.closeModal()},M([f({attribute:!1})],Jt.prototype,"modal",2),M([f({attribute:!1})],Jt.prototype,"session",2),M([f({attribute:!1})],Jt.prototype,"complaint",2),Jt=M([B("modal-form")],Jt);function oa(){return be("GET","/api/start")}async function lh(i){let s=await oa().catch(()=>null);return s!==null&&i!==null&&s.server.id!==i.server.id}function hh(){return be("POST","/api/evening")}var Kr=class{constructor(s){this.userId=s;this.#e=`/api/as/${s}`}#e;view(){return be("GET",`${this.#e}/view`)}history(s,e,t){let r=new URLSearchParams({limit:String(e)});for(let[o,a]of Object.entries(t))a&&r.set(o,a);return be("GET",`${this.#i(s)}?${r}`)}send(s,e,t,r){let o={content:e,...t?{reply_to:t}:{}};if(!r.length)return be("POST",this.#i(s),o);let a=r.map(({altText:d},p)=>({id:p,description:d})),l=new FormData;return l.append("payload_json",JSON.stringify({...o,attachments:a})),r.forEach(({file:d},p)=>l.append(`files[${p}]`,d)),be("POST",this.#i(s),l)}edit(s,e){return be("PATCH",this.#s(s),{content:e})}delete(s){return be("DELETE",this.#s(s))}react(s,e,t){let r=encodeURIComponent(mi(e));return be(t?"PUT":"DELETE",`${this.#s(s)}/reactions/${r}`)}openThread(s,e,t){return be("POST",`${this.#t(s)}/threads`,{name:e,message_id:t})}command(s,e,t){return be("POST",`${this.#t(s)}/commands`,{command:e,options:t})}complete(s,e,t,r,o){let a={command:e,options:t,focused:r};return be("POST",`${this.#t(s)}/autocomplete`,a,o)}app(s,e){return be("POST",`${this.#s(s)}/apps`,{name:e})}component(s,e,t){return be("POST",`${this.#s(s)}/components`,{custom_id:e,values:t})}submit(s,e){return be("POST",`${this.#e}/modals/${s.id}`,{values:e})}score(s,e){return be("GET",`${this.#s(s)}/score`,void 0,e)}eventsUrl(){let s=new URL(`${this.#e}/events`,location.href);return s.protocol=s.protocol==="https:"?"wss:":"ws:",s.href}#t(s){return`${this.#e}/channels/${s}`}#i(s){return`${this.#t(s)}/messages`}#s(s){return`${this.#i(s.channel_id)}/${s.id}`}};var Yr=class{constructor(s,e,t,r){this.url=s;this.tell=e;this.opened=t;this.broken=r;this.#e=null;this.#t=500;this.#s=!1;this.begun=new Promise(s=>this.#r=s);this.#o(!1)}#e;#t;#i;#s;#r;close(){this.#s=!0,clearTimeout(this.#i),this.#e?.close()}#o(s){let e=new WebSocket(this.url);this.#e=e,e.onopen=()=>{this.#t=500,this.#r(),this.#s||this.opened(s)},e.onmessage=t=>{this.#s||this.tell(JSON.parse(t.data))},e.onclose=()=>{this.#r(),!this.#s&&(this.broken(),clearTimeout(this.#i),this.#i=setTimeout(()=>this.#o(!0),this.#t),this.#t=Math.min(this.#t*2,8e3))}}};var Ci=class extends Error{},Zr=class{#e=null;#t=null;get api(){if(!this.#e)throw new Error("nobody is anybody yet");return this.#e}hasChosen(s){return this.#t?.userId===s}async become(s){let e=this.#t=new Kr(s);try{let t=await e.view();if(this.#t!==e)throw new Ci;return this.#e=e,t}finally{this.#t===e&&(this.#t=this.#e)}}async as(s){let e=this.api,[t]=await Promise.allSettled([s(e)]);if(e!==this.#e)throw new Ci;if(t.status==="rejected")throw t.reason;return t.value}};function em(i,s){return i.length-s.length||(i<s?-1:i>s?1:0)}function ch(i,s){let e=i.findIndex(o=>o.id===s.id),t=i[e];if(t)return(t.edited_timestamp??"")>(s.edited_timestamp??"")?[...i]:i.with(e,{...t,...s});let r=i.findLastIndex(o=>em(o.id,s.id)<0)+1;return i.toSpliced(r,0,s)}function Xr(i,s){return s.reduce(ch,i)}function tm(i,s){return i.filter(e=>!s.includes(e.id))}function im(i,s){return i.some(e=>e.referenced_message?.id===s.id)?i.map(e=>e.referenced_message?.id===s.id?{...e,referenced_message:{...e.referenced_message,...s}}:e):i}function sm(i,s){let e=t=>s.includes(t.referenced_message?.id??"");return i.some(e)?i.map(t=>e(t)?{...t,referenced_message:null}:t):i}function rm(i,s,e,t,r){return i.map(o=>{if(o.id!==s)return o;let a=mi(e),l=o.reactions??[],m=(l.some(c=>mi(c.emoji)===a)?l:[...l,{emoji:e,count:0,me:!1}]).map(c=>mi(c.emoji)===a?{...c,count:c.count+t,me:r?t>0:c.me}:c).filter(c=>c.count>0);return{...o,reactions:m}})}var om={messages:[],hasOlder:!1,hasNewer:!1},Rs=50,Jr=class{constructor(s){this.fetch=s}#e=new Map;#t=new Set;of(s){return this.#i(s).messages}find(s,e){return this.of(s).find(t=>t.id===e)}has(s){return this.#e.has(s)}hasOlder(s){return this.#i(s).hasOlder}hasNewer(s){return this.#i(s).hasNewer}async loadNewest(s){let{found:e,catchUp:t}=await this.#s(s,{}),r=t(Xr([],e));this.#e.set(s,{messages:r,hasOlder:e.length===Rs,hasNewer:!1})}async loadAround(s,e){let{found:t,catchUp:r}=await this.#s(s,{around:e}),o=Xr([],t),a=o.findIndex(m=>m.id===e);if(a<0)return;let l=Math.floor(Rs/2),[d,p]=[a>=l,o.length-1-a>=l];this.#e.set(s,{messages:p?o:r(o),hasOlder:d,hasNewer:p})}async loadOlder(s){let{found:e}=await this.#s(s,{before:this.of(s)[0]?.id}),t=this.#i(s),r=Xr(t.messages,e);this.#e.set(s,{...t,messages:r,hasOlder:e.length===Rs})}async loadNewer(s){let{found:e,catchUp:t}=await this.#s(s,{after:this.of(s).at(-1)?.id}),r=this.#i(s),o=Xr(r.messages,e),a=e.length===Rs;this.#e.set(s,{...r,messages:a?o:t(o),hasNewer:a})}take(s){let e=s.channel_id,t=this.hasNewer(e)&&!this.find(e,s.id);this.#r(e,r=>ch(r,s),!t),this.takeAnswered(s)}takeAnswered(s){this.#o(e=>im(e,s))}remove(s,e){this.#r(s,t=>tm(t,e)),this.#o(t=>sm(t,e))}hear(s,e,t){let r=s==="MESSAGE_REACTION_ADD"?1:-1;switch(s){case"MESSAGE_DELETE":return this.remove(e.channel_id,[e.id]),!0;case"MESSAGE_DELETE_BULK":return this.remove(e.channel_id,e.ids),!0;case"MESSAGE_REACTION_ADD":case"MESSAGE_REACTION_REMOVE":return this.#a(e.channel_id,o=>rm(o,e.message_id,e.emoji,r,e.user_id===t)),!0;default:return!1}}clear(){this.#e.clear()}#i(s){return this.#e.get(s)??om}async#s(s,e){let t={channelId:s,edits:[]};this.#t.add(t);try{return{found:await this.fetch(s,Rs,e),catchUp:a=>t.edits.reduce((l,d)=>d(l),a)}}finally{this.#t.delete(t)}}#r(s,e,t=!0){for(let r of this.#t)r.channelId===s&&r.edits.push(e);t&&this.#a(s,e)}#o(s){for(let e of this.#e.keys())this.#a(e,s)}#a(s,e){let t=this.#e.get(s);t&&this.#e.set(s,{...t,messages:e(t.messages)})}};var Qr=class extends EventTarget{constructor(){super(...arguments);this.view=null;this.channelId="";this.complaint="";this.unread=new Set;this.oneself=new Zr;this.timelines=new Jr((e,t,r)=>this.oneself.as(o=>o.history(e,t,r)))}get channel(){return this.view?.channels.find(e=>e.id===this.channelId)}get messages(){return this.timelines.of(this.channelId)}get isLoaded(){return this.timelines.has(this.channelId)}get hasOlder(){return this.timelines.hasOlder(this.channelId)}get hasNewer(){return this.timelines.hasNewer(this.channelId)}nameOf(e){return ci(e,this.view?.members.find(t=>t.user.id===e.id))}async open(e){let t=e===this.channelId;this.#e(e)&&(!this.isLoaded||this.hasNewer&&!t)&&await this.attempt(()=>this.load(e))}async openAt(e,t){if(!this.#e(e))return!1;this.timelines.find(e,t)||(await this.attempt(()=>this.timelines.loadAround(e,t)),this.changed());let r=this.timelines.find(e,t)!==void 0;return this.isLoaded||await this.attempt(()=>this.load(e)),!r&&this.channelId===e&&this.complain(u.noSuchMessage),r&&this.channelId===e}jumpTo(e){let t=cn(e);return t&&this.jumpToMessage(t.channel,t.message),t!==null}jumpToMessage(e,t){this.dispatchEvent(new CustomEvent("jump",{detail:{channel:e,message:t}}))}async loadOlder(){await this.attempt(()=>this.timelines.loadOlder(this.channelId)),this.changed()}async loadNewer(){await this.attempt(()=>this.timelines.loadNewer(this.channelId)),this.changed()}async loadNewest(){await this.attempt(()=>this.load(this.channelId))}complain(e){this.complaint=e,this.changed()}#e(e){return this.view?.channels.some(t=>t.id===e)?(e!==this.channelId&&(this.complaint=""),this.channelId=e,this.unread.delete(e),this.changed(),!0):(this.complain(u.noSuchChannel),!1)}async load(e){await this.timelines.loadNewest(e),this.changed()}take(e){this.timelines.take(e),this.changed()}async show(e){let{channel_id:t,id:r}=e;this.timelines.hasNewer(t)&&!this.timelines.find(t,r)&&await this.load(t),this.complaint="",this.take(e),this.dispatchEvent(new Event("answered"))}async attempt(e){try{return await e(),!0}catch(t){if(t instanceof Ci)return!1;if(!(t instanceof St))throw t;return this.complain(t.sentence??u.unreachable),!1}}changed(){this.dispatchEvent(new Event("change"))}};var eo=class extends Qr{constructor(){super(...arguments);this.start=null;this.host=null;this.modal=null;this.connected=!0;this.#e=0;this.#t=null;this.#i=0}#e;#t;#i;get eveningLeft(){return Math.max(0,Math.ceil((this.#i-performance.now())/1e3))}get api(){return this.oneself.api}get isChanging(){return this.#e>0}async begin(){await this.attempt(async()=>{this.start=await oa(),this.#l(this.start),await this.#s(this.start.you)})}async become(e){this.oneself.hasChosen(e)||(this.#e+=1,this.changed(),await this.attempt(()=>this.#s(e)),this.#e-=1,this.changed())}send(e,t,r){return this.attempt(async()=>{let o=this.channelId;await this.show(await this.oneself.as(a=>a.send(o,e,t,r)))})}edit(e,t){return this.attempt(async()=>this.take(await this.oneself.as(r=>r.edit(e,t))))}delete(e){return this.attempt(async()=>{await this.oneself.as(t=>t.delete(e)),this.timelines.remove(e.channel_id,[e.id]),this.changed()})}react(e,t){let r=e.reactions?.some(o=>o.me&&o.emoji.name===t.name);return this.attempt(()=>this.oneself.as(o=>o.react(e,t,!r)))}async openThread(e,t){return this.attempt(async()=>{let r=await this.oneself.as(o=>o.openThread(e.channel_id,t,e.id));this.view=await this.oneself.as(o=>o.view()),await this.open(r.id)})}command(e,t={}){return this.#n(r=>r.command(this.channelId,e,t))}app(e,t){return this.#n(r=>r.app(e,t))}use(e,t,r){return this.#n(o=>o.component(e,t,r))}submit(e,t){return this.#n(r=>r.submit(e,t),()=>this.modal=null)}closeModal(){this.modal=null,this.changed()}playEvening(){return this.attempt(async()=>{await hh()})}async#s(e){let t=await this.oneself.become(e),{api:r}=this;this.#t?.close(),this.scores=new Or(r),this.timelines.clear(),this.unread.clear(),this.view=t,this.modal=null,this.#r();let o=this.#o(r);this.changed(),await o.begun,this.channelId&&r===this.api&&await this.load(this.channelId)}#r(){let e=this.view?.channels??[];if(this.channel)return;let t=e.find(r=>r.id===this.host?.tour.channel);this.channelId=(t??dn(e))?.id??""}#o(e){return this.#t=new Yr(e.eventsUrl(),t=>this.#h(t),t=>{this.connected=!0,t&&this.attempt(()=>this.#a()),this.changed()},()=>{this.connected=!1,this.changed(),lh(this.start).then(t=>t&&location.reload())})}async#a(){this.view=await this.oneself.as(e=>e.view()),this.timelines.clear(),this.#r(),this.channelId&&await this.load(this.channelId)}async#n(e,t){let r=null;return await this.attempt(async()=>{r=await this.oneself.as(e),t?.(),this.modal=r.modal??this.modal,r.message&&await this.show(r.message)}),this.changed(),r}#h({t:e,d:t}){e==="MESSAGE_CREATE"||e==="MESSAGE_UPDATE"?this.#c(t,e==="MESSAGE_CREATE"):this.timelines.hear(e,t,this.view?.user.id)?this.changed():e==="HOST_CHANGED"?(this.#l(t),this.changed()):e!=="TYPING_START"&&this.attempt(()=>this.#d())}#c(e,t){let r=this.timelines.find(e.channel_id,e.id);if(!r&&!t)return this.timelines.takeAnswered(e),this.changed();this.take(e);let o=e.channel_id!==this.channelId;t&&o&&!(e.flags&tt)&&this.unread.add(e.channel_id),(t||(r?.flags??0)&fs)&&!(e.flags&fs)&&this.dispatchEvent(new CustomEvent("message",{detail:e}))}async#d(){this.view=await this.oneself.as(e=>e.view()),this.#r(),this.channelId&&await this.open(this.channelId)}#l({bot:e,tour:t}){this.host={bot:e,tour:t},this.#i=performance.now()+t.evening.seconds_left*1e3}};var dh=Ze(class extends Ce{constructor(i){if(super(i),i.type!==ze.PROPERTY&&i.type!==ze.ATTRIBUTE&&i.type!==ze.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Zs(i))throw Error("`live` bindings can only contain a single expression")}render(i){return i}update(i,[s]){if(s===ve||s===z)return s;let e=i.element,t=i.name;if(i.type===ze.PROPERTY){if(s===e[t])return ve}else if(i.type===ze.BOOLEAN_ATTRIBUTE){if(!!s===e.hasAttribute(t))return ve}else if(i.type===ze.ATTRIBUTE&&e.getAttribute(t)===s+"")return ve;return Xs(i),s}});function am(i){let s=[...i.currentTarget.querySelectorAll("[data-item]")],e=s.indexOf(i.target),r={ArrowDown:e+1,ArrowUp:e-1,Home:0,End:s.length-1}[i.key];e<0||r===void 0||(i.preventDefault(),s[r]?.focus())}var ke,mh,ph,aa,fh,uh,vh,Si=class extends j{constructor(){super(...arguments);L(this,ke);this.version=0}createRenderRoot(){return this}render(){let{session:e}=this;return n`<h2 class="server-name">${e.start?.server.name??""}</h2>
      <ul class="channels" aria-label=${u.channels} @keydown=${am}>
        ${h(this,ke,mh).call(this).map(t=>h(this,ke,ph).call(this,t))}
      </ul>
      ${h(this,ke,uh).call(this)}`}};ke=new WeakSet,mh=function(){return(this.session.view?.channels??[]).filter(t=>t.type!==ut.CATEGORY&&!_e(t)).toSorted((t,r)=>(t.position??0)-(r.position??0))},ph=function(e){let t=(this.session.view?.channels??[]).filter(r=>_e(r)&&r.parent_id===e.id&&!r.thread_metadata?.archived);return n`<li>${h(this,ke,aa).call(this,e,"#")}
      ${t.length?n`<ul class="threads">${t.map(r=>n`<li>${h(this,ke,aa).call(this,r,"\u21B3")}</li>`)}</ul>`:z}
    </li>`},aa=function(e,t){let{session:r}=this,o=e.id===r.channelId,a=r.unread.has(e.id),l=pn(e,r.start?.server.id),d=[e.name,_e(e)?u.thread:"",l?u.privateChannel:"",a?u.unread:""];return n`<button type="button" data-item class="channel ${a?"unread":""}" tabindex=${o?0:-1}
      aria-label=${d.filter(Boolean).join(", ")} aria-current=${o?"page":z} @click=${()=>h(this,ke,fh).call(this,e)}>
      <span aria-hidden="true" class="sign">${l?"\u{1F512}":t}</span><span class="name">${e.name}</span></button>`},fh=function(e){this.session.open(e.id),this.dispatchEvent(new CustomEvent("gone",{bubbles:!0}))},uh=function(){let{session:e}=this,t=e.view?.user;return n`<div class="you">
      ${t?n`<img class="avatar" src=${pi(t)} alt="" />`:z}
      <label title=${u.youAreHint}>${u.youAre}
        <select class="who" aria-busy=${e.isChanging} @change=${r=>e.become(r.target.value)}>
          ${(e.start?.people??[]).map(({user:r})=>n`<option value=${r.id} ?selected=${r.id===t?.id}
            .selected=${dh(r.id===t?.id)}>${r.global_name??r.username}</option>`)}
        </select>
      </label>
      <button type="button" class="icon" aria-label=${u.theme[ei()]} title=${u.theme[ei()]}
        @click=${h(this,ke,vh)}><span aria-hidden="true">◐</span></button>
    </div>`},vh=function(){let e=Yi[(Yi.indexOf(ei())+1)%Yi.length];e&&Ma(e),this.requestUpdate()},M([f({attribute:!1})],Si.prototype,"session",2),M([f({attribute:!1})],Si.prototype,"version",2),Si=M([B("channel-list")],Si);var Oi,gh,bh,Ai=class extends j{constructor(){super(...arguments);L(this,Oi);this.version=0}createRenderRoot(){return this}render(){return n`${h(this,Oi,bh).call(this).map(([e,t])=>n`<h3>${e} — ${t.length}</h3>
      <ul aria-label=${e}>${t.map(r=>h(this,Oi,gh).call(this,r))}</ul>`)}`}};Oi=new WeakSet,gh=function(e){let t=this.session.nameOf(e.user);return n`<li class="member"><img class="avatar" src=${pi(e.user)} alt="" /><span>${t}</span>
      ${e.user.bot?n`<span class="app">${u.app}</span>`:z}</li>`},bh=function(){let{view:e,channel:t}=this.session;if(!e)return[];let r=e.members.filter(m=>!t||t.viewers.includes(m.user.id)),o=e.roles.filter(m=>m.hoist).toSorted((m,c)=>c.position-m.position),a=m=>o.find(c=>m.roles.includes(c.id)),l=r.filter(m=>m.user.bot),d=r.filter(m=>!m.user.bot),p=o.map(m=>[m.name,d.filter(c=>a(c)===m)]);return p.push([u.members,d.filter(m=>!a(m))],[u.bots,l]),p.filter(([,m])=>m.length)},M([f({attribute:!1})],Ai.prototype,"session",2),M([f({attribute:!1})],Ai.prototype,"version",2),Ai=M([B("member-list")],Ai);var xt,yh,wh,na,Ri=class extends j{constructor(){super(...arguments);L(this,xt);this.message=null}createRenderRoot(){return this}async open(e){this.message=e,await this.updateComplete,this.querySelector("dialog")?.showModal()}render(){return this.message?n`<dialog class="modal" aria-labelledby="thread-title" @close=${()=>this.message=null}>
      <form @submit=${h(this,xt,yh)}>
        <h2 id="thread-title">${u.openThread}</h2>
        <div class="field"><label for="thread-name">${u.threadName}</label>
          <input id="thread-name" name="name" type="text" required maxlength="100" /></div>
        <div class="modal-foot">
          <button type="button" class="button secondary" @click=${h(this,xt,na)}>${u.cancel}</button>
          <button type="submit" class="button primary">${u.create}</button>
        </div>
      </form></dialog>`:z}};xt=new WeakSet,yh=function(e){e.preventDefault();let t=new FormData(e.target).get("name"),{message:r}=this;h(this,xt,na).call(this),r&&h(this,xt,wh).call(this,r,String(t))},wh=async function(e,t){await this.session.openThread(e,t)&&this.dispatchEvent(new CustomEvent("opened"))},na=function(){this.querySelector("dialog")?.close()},M([f({attribute:!1})],Ri.prototype,"session",2),M([Q()],Ri.prototype,"message",2),Ri=M([B("thread-dialog")],Ri);var la=matchMedia("(max-width: 860px)"),nm=8e3,Vs,Ds,to,io,le,ha,zh,xh,_h,$h,Mh,kh,ca,Is,Th,Re=class extends j{constructor(){super(...arguments);L(this,le);this.session=new eo;this.version=0;this.drawer=null;this.announced="";L(this,Vs);L(this,Ds,"");L(this,to,()=>{this.version+=1;let{session:e}=this;document.title=e.channel?u.title(e.channel.name,e.start?.server.name??""):document.title,e.complaint!==g(this,Ds)&&(F(this,Ds,e.complaint),clearTimeout(g(this,Vs)),e.complaint&&F(this,Vs,setTimeout(()=>e.complain(""),nm)))});L(this,io,e=>{let{session:t}=this,r=e.detail;if(r.channel_id!==t.channelId||r.author.id===t.view?.user.id)return;let[o]=r.embeds,a=r.content||[o?.title,o?.description].filter(Boolean).join(". ");this.announced=u.said(t.nameOf(r.author),Sr(a,t))})}createRenderRoot(){return this}connectedCallback(){super.connectedCallback(),this.session.addEventListener("change",g(this,to)),this.session.addEventListener("message",g(this,io)),la.addEventListener("change",()=>this.drawer=null),this.session.begin()}render(){let{session:e,drawer:t}=this;if(!e.view)return n`<p class="opening" role="status">${e.complaint||u.loading}</p>`;let r=la.matches&&t!==null;return n`<a class="skip" href="#messages">${u.skip}</a>
      <button type="button" class="skip" @click=${()=>this.composer.focusText()}>${u.skipToWriting}</button>
      <div class="frame" @keydown=${h(this,le,Th)} @gone=${()=>h(this,le,Is).call(this)} @message-menu=${h(this,le,_h)}
        @dragover=${h(this,le,$h)} @drop=${h(this,le,Mh)}>
        ${h(this,le,ha).call(this,"channels",n`<channel-list .session=${e} .version=${this.version}></channel-list>`)}
        <main id="messages" tabindex="-1" ?inert=${r}>
          ${h(this,le,zh).call(this)}
          ${h(this,le,xh).call(this)}
          <guided-tour .session=${e} .version=${this.version} @closed=${()=>this.composer.focusText()}></guided-tour>
          <message-list .session=${e} .messages=${e.messages} .view=${e.view} .channelId=${e.channelId}></message-list>
          <message-composer .session=${e} .version=${this.version}
            @emptied=${o=>this.deleteDialog.open(o.detail)}></message-composer>
        </main>
        ${h(this,le,ha).call(this,"members",n`<member-list .session=${e} .version=${this.version}></member-list>`)}
        ${r?n`<div class="scrim" @click=${()=>h(this,le,Is).call(this)}></div>`:z}
      </div>
      <div class="unseen" role="log" aria-live="polite">${this.announced}</div>
      <message-menu .session=${e} @act=${h(this,le,kh)}></message-menu>
      <delete-dialog .session=${e} @deleted=${o=>this.composer.stopEditing(o.detail)}></delete-dialog>
      <thread-dialog .session=${e} @opened=${()=>this.composer.focusText()}></thread-dialog>
      ${e.modal?n`<modal-form .modal=${e.modal} .session=${e} .complaint=${e.complaint}></modal-form>`:z}`}};Vs=new WeakMap,Ds=new WeakMap,to=new WeakMap,io=new WeakMap,le=new WeakSet,ha=function(e,t){let r=this.drawer===e,o=la.matches&&!r,a=n`<button type="button" class="icon close-drawer" aria-label=${u.close}
      @click=${()=>h(this,le,Is).call(this)}><span aria-hidden="true">✕</span></button>`,l=`side side-${e} ${r?"open":""}`;return e==="channels"?n`<nav class=${l} aria-label=${u.channels} ?inert=${o}>${a}${t}</nav>`:n`<aside class=${l} aria-label=${u.members} ?inert=${o}>${a}${t}</aside>`},zh=function(){let{session:e}=this,t=["quarrel","calming"].includes(e.host?.tour.evening.state??"");return n`<header class="head">
      <button type="button" class="icon narrow" aria-label=${u.showChannels} aria-expanded=${this.drawer==="channels"}
        @click=${()=>h(this,le,ca).call(this,"channels")}><span aria-hidden="true">☰</span></button>
      <h1 class=${e.channel&&_e(e.channel)?"of-thread":""}>${e.channel?.name??""}</h1>
      <p class="topic">${e.channel?.topic??""}</p>
      <button type="button" class="button secondary" ?disabled=${t} @click=${()=>e.playEvening()}>
        ${t?u.eveningPlays:u.playEvening}</button>
      <button type="button" class="button secondary" @click=${()=>this.tour.open()}>${u.openTour}</button>
      <button type="button" class="icon narrow" aria-label=${u.showMembers} aria-expanded=${this.drawer==="members"}
        @click=${()=>h(this,le,ca).call(this,"members")}><span aria-hidden="true">👥</span></button>
    </header>`},xh=function(){let{session:e}=this,t=e.host?.bot,r=e.connected?t?.state==="starting"?u.botStarting:t?.state==="stopped"?u.botStopped(t.reason):"":u.broken;return n`<div class="notice" role="status" tabindex=${r.includes(`
`)?0:z}>${r}</div>
      <div class="notice complaint" role="alert">${e.modal?"":e.complaint}</div>`},_h=function(e){let{message:t,x:r,y:o}=e.detail;this.menu.open(t,r,o)},$h=function(e){e.dataTransfer?.types.includes("Files")&&e.preventDefault()},Mh=function(e){let t=e.dataTransfer?.files??[];t.length&&(e.preventDefault(),this.composer.attach(t))},kh=function(e){let{act:t,message:r}=e.detail;setTimeout(()=>{t==="reply"?this.composer.reply(r):t==="edit"?this.composer.edit(r):t==="delete"?this.deleteDialog.open(r):this.threadDialog.open(r)})},ca=async function(e){this.drawer=e,await this.updateComplete,this.querySelector(`.side-${e} .close-drawer`)?.focus()},Is=async function(){let e=this.drawer;if(!e)return;this.drawer=null,await this.updateComplete;let t=e==="channels"?u.showChannels:u.showMembers;this.querySelector(`.head [aria-label="${t}"]`)?.focus()},Th=function(e){e.key==="Escape"&&this.drawer&&h(this,le,Is).call(this)},M([Q()],Re.prototype,"version",2),M([Q()],Re.prototype,"drawer",2),M([Q()],Re.prototype,"announced",2),M([$t("message-menu")],Re.prototype,"menu",2),M([$t("message-composer")],Re.prototype,"composer",2),M([$t("delete-dialog")],Re.prototype,"deleteDialog",2),M([$t("thread-dialog")],Re.prototype,"threadDialog",2),M([$t("guided-tour")],Re.prototype,"tour",2),Re=M([B("playground-page")],Re);ro(ei());document.body.append(document.createElement("playground-page"));
/*! For license information please see page.js.LEGAL.txt */
